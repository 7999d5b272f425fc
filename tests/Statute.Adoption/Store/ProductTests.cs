using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;

namespace Statute.Adoption.Store;

/// <summary>The catalogue, as the store's team tests it.</summary>
public abstract class ProductTests(RunningStore store)
{
    [Fact]
    public async Task Create_returns_created_at_a_place_that_can_be_read()
    {
        using var admin = await store.ClientAsync("admin");
        var created = await admin.PostAsJsonAsync("/api/v1/products", new { sku = "T-1", name = "Test", price = 5, categoryId = 1 });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var read = await admin.GetAsync(created.Headers.Location);
        Assert.Equal("T-1", (await read.JsonAsync()).GetProperty("sku").GetString());
    }

    [Fact]
    public async Task Create_again_returns_conflict()
    {
        using var admin = await store.ClientAsync("admin");
        var again = await admin.PostAsJsonAsync("/api/v1/products", new { sku = "SKU-1", name = "Test", price = 5, categoryId = 1 });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("There is a product 'SKU-1'.", (await again.Content.ReadFromJsonAsync<ProblemDetails>())!.Detail);
    }

    [Fact]
    public async Task Create_invalid_returns_bad_request_with_errors_by_property()
    {
        using var admin = await store.ClientAsync("admin");
        var refused = await admin.PostAsJsonAsync("/api/v1/products", new { sku = "T", name = "", price = -1, categoryId = 1 });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<ValidationProblemDetails>();
        Assert.Equal(["Name", "Price", "Sku"], problem!.Errors.Keys.Order());
        Assert.Equal("storefront", problem.Extensions["service"]?.ToString());
    }

    [Fact]
    public async Task Create_of_what_is_no_product_returns_bad_request()
    {
        using var admin = await store.ClientAsync("admin");
        var refused = await admin.PostAsJsonAsync("/api/v1/products", new { sku = 7, name = "Test", price = 5, categoryId = 1 });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("$.sku", (await refused.Content.ReadFromJsonAsync<ValidationProblemDetails>())!.Errors.Keys);
    }

    [Fact]
    public async Task Create_needs_an_admin()
    {
        using var anonymous = await store.ClientAsync();
        var product = new { sku = "T-2", name = "Test", price = 5, categoryId = 1 };
        var unauthorized = await anonymous.PostAsJsonAsync("/api/v1/products", product);
        Assert.Equal(HttpStatusCode.Unauthorized, unauthorized.StatusCode);
        Assert.Equal("Bearer", unauthorized.Headers.WwwAuthenticate.Single().Scheme);
        using var alice = await store.ClientAsync("alice");
        Assert.Equal(HttpStatusCode.Forbidden, (await alice.PostAsJsonAsync("/api/v1/products", product)).StatusCode);
    }

    [Fact]
    public async Task Replace_asks_for_the_version_that_was_read()
    {
        using var admin = await store.ClientAsync("admin");
        var product = new { sku = "SKU-2", name = "Second", price = 21, categoryId = 1 };
        var tag = (await admin.GetAsync("/api/v1/products/2")).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await admin.PutAsJsonAsync("/api/v1/products/2", product)).StatusCode);
        var stale = await admin.SendAsync(Put("\"0\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("Read it again.", (await stale.JsonAsync()).GetProperty("detail").GetString());
        var replaced = await admin.SendAsync(Put(tag));
        Assert.Equal(HttpStatusCode.NoContent, replaced.StatusCode);
        Assert.NotEqual(tag, replaced.Headers.ETag!.Tag);

        HttpRequestMessage Put(string version) => new HttpRequestMessage(HttpMethod.Put, "/api/v1/products/2")
        {
            Content = JsonContent.Create(product),
        }.With("If-Match", version);
    }

    [Fact]
    public async Task Read_again_returns_not_modified()
    {
        using var client = await store.ClientAsync();
        var tag = (await client.GetAsync("/api/v1/products/1")).Headers.ETag!.Tag;
        var unchanged = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/products/1").With("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Delete_returns_no_content_and_then_not_found()
    {
        using var admin = await store.ClientAsync("admin");
        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync("/api/v1/products/5")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.DeleteAsync("/api/v1/products/5")).StatusCode);
    }

    [Fact]
    public async Task Import_returns_what_became_of_each()
    {
        using var admin = await store.ClientAsync("admin");
        var imported = await admin.PostAsJsonAsync("/api/v1/products/import", new[]
        {
            new { sku = "I-1", name = "New", price = 1, categoryId = 1 },
            new { sku = "SKU-1", name = "Known", price = 1, categoryId = 1 },
        });
        Assert.Equal(HttpStatusCode.MultiStatus, imported.StatusCode);
        Assert.Equal([201, 409], (await imported.JsonAsync()).EnumerateArray().Select(one => one.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task Image_can_be_read_in_parts()
    {
        using var client = await store.ClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/products/1/image");
        request.Headers.Range = new RangeHeaderValue(10, 19);
        var part = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(1000, part.Content.Headers.ContentRange!.Length);
        Assert.Equal([10, 11, 12, 13, 14, 15, 16, 17, 18, 19], await part.Content.ReadAsByteArrayAsync());
        using var beyond = new HttpRequestMessage(HttpMethod.Get, "/api/v1/products/1/image");
        beyond.Headers.Range = new RangeHeaderValue(5000, null);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await client.SendAsync(beyond)).StatusCode);
    }

    [Fact]
    public async Task Image_must_be_one()
    {
        using var admin = await store.ClientAsync("admin");
        using var text = new StringContent("no picture");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await admin.PutAsync("/api/v1/products/1/image", text)).StatusCode);
    }

    [Fact]
    public async Task Second_version_returns_no_content_for_what_is_not_there()
    {
        using var client = await store.ClientAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await client.GetAsync("/api/v2/products/nothing")).StatusCode);
    }

    [Fact]
    public async Task Second_version_creates_or_replaces()
    {
        using var admin = await store.ClientAsync("admin");
        var product = new { sku = "P-1", name = "Put", price = 1, categoryId = 1 };
        Assert.Equal(HttpStatusCode.Created, (await admin.PutAsJsonAsync("/api/v2/products/P-1", product)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PutAsJsonAsync("/api/v2/products/P-1", product)).StatusCode);
    }

    [Fact]
    public async Task Unknown_version_returns_not_found()
    {
        using var client = await store.ClientAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v3/products")).StatusCode);
        var known = await client.GetAsync("/api/v1/products");
        Assert.Equal("1.0", known.Headers.GetValues("api-supported-versions").Single());
    }
}
