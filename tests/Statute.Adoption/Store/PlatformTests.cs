using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Statute.Adoption.Store;

/// <summary>What stands around the store's API, as its team tests it.</summary>
public abstract class PlatformTests(RunningStore store)
{
    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task Hub_answers_and_tells_everybody(HttpTransportType transport)
    {
        var said = new TaskCompletionSource<string>();
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(store.Address, "/hubs/orders"), transport).Build();
        hub.On<string>("said", said.SetResult);
        await hub.StartAsync();
        Assert.Equal(3, await hub.InvokeAsync<int>("Add", 1, 2));
        await hub.InvokeAsync("Say", "hello");
        Assert.Equal("hello", await said.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Stock_comes_as_events()
    {
        using var client = await store.ClientAsync();
        await using var stream = await client.GetStreamAsync("/api/stock/events");
        var events = await SseParser.Create(stream).EnumerateAsync().ToListAsync();
        Assert.Equal(["stock", "stock", "stock"], events.Select(one => one.EventType));
        Assert.StartsWith("SKU-1=", events[0].Data);
    }

    [Fact]
    public async Task Suggestions_are_limited()
    {
        using var client = await store.ClientAsync();
        client.DefaultRequestHeaders.Add("X-Client", Guid.NewGuid().ToString());
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/search/suggestions?q=Product")).StatusCode);
        }

        var refused = await client.GetAsync("/api/search/suggestions?q=Product");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), refused.Headers.RetryAfter!.Delta);
        Assert.Equal("TOO_MANY", (await refused.JsonAsync()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Search_is_cached_and_compressed()
    {
        using var client = await store.ClientAsync();
        await client.GetAsync("/api/search?q=Product");
        Assert.NotNull((await client.GetAsync("/api/search?q=Product")).Headers.Age);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=x").With("Accept-Encoding", "gzip");
        Assert.Equal("gzip", (await client.SendAsync(request)).Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task Catalogue_is_downloaded_in_parts()
    {
        using var client = await store.ClientAsync();
        var whole = await client.GetAsync("/api/files/catalogue");
        Assert.Equal("catalogue.txt", whole.Content.Headers.ContentDisposition!.FileName);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/files/catalogue");
        request.Headers.Range = new RangeHeaderValue(0, 2);
        request.Headers.IfRange = new RangeConditionHeaderValue(whole.Headers.ETag!);
        var part = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode.PartialContent, "001"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        using var stale = new HttpRequestMessage(HttpMethod.Get, "/api/files/catalogue").With("If-Match", "\"1999\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await client.SendAsync(stale)).StatusCode);
    }

    [Fact]
    public async Task File_is_taken()
    {
        using var alice = await store.ClientAsync("alice");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("words")), "file", "a.txt" } };
        var taken = await alice.PostAsync("/api/files", form);
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        Assert.Equal(5, (await taken.JsonAsync()).GetProperty("length").GetInt32());
    }

    [Theory]
    [InlineData("/products.php", HttpStatusCode.MovedPermanently)]
    [InlineData("/api/v0/products", HttpStatusCode.Gone)]
    [InlineData("/teapot", (HttpStatusCode)418)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/store.css", HttpStatusCode.OK)]
    [InlineData("/swagger/index.html", HttpStatusCode.OK)]
    public async Task Path_is_answered(string path, HttpStatusCode status)
    {
        using var client = await store.ClientAsync();
        Assert.Equal(status, (await client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Shop_is_one_page_at_every_path()
    {
        using var client = await store.ClientAsync();
        Assert.Contains("<h1>Storefront</h1>", await client.GetStringAsync("/shop/cart/1"));
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
    }

    [Theory]
    [InlineData("v1", "/api/v1/products", "post", "201")]
    [InlineData("v1", "/api/v1/products/{id}", "put", "412")]
    [InlineData("v2", "/api/v2/products/{sku}", "put", "201")]
    [InlineData("v1", "/api/search/suggestions", "get", "429")]
    public async Task Description_names_the_answers(string version, string path, string method, string status)
    {
        using var client = await store.ClientAsync();
        var document = await (await client.GetAsync($"/swagger/{version}/swagger.json")).JsonAsync();
        var answers = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses");
        Assert.True(answers.TryGetProperty(status, out _));
    }

    [Fact]
    public async Task Page_of_another_origin_may_read_the_answers()
    {
        using var client = await store.ClientAsync();
        client.DefaultRequestHeaders.Add("Origin", "https://shop.example");
        foreach (var path in (string[])["/api/v1/products", "/api/v1/products/99", "/api/account/me"])
        {
            var answer = await client.GetAsync(path);
            Assert.Equal("https://shop.example", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        }

        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/v1/products").With("Access-Control-Request-Method", "POST");
        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(preflight)).StatusCode);
    }

    [Fact]
    public async Task Operations_tell_of_what_is_behind()
    {
        using var admin = await store.ClientAsync("admin");
        var closed = await admin.GetAsync("/api/operations/maintenance");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(2)), (closed.StatusCode, closed.Headers.RetryAfter!.Delta));
        Assert.Equal(HttpStatusCode.InternalServerError, (await admin.GetAsync("/api/operations/crash")).StatusCode);
        Assert.Equal(HttpStatusCode.UnavailableForLegalReasons, (await admin.GetAsync("/api/operations/legal")).StatusCode);
        using var form = new StringContent("""{"url":"https://nobody.invalid/"}""", Encoding.UTF8, "application/json");
        var webhook = await admin.PostAsync("/api/webhooks", form);
        Assert.Equal(HttpStatusCode.BadGateway, (await admin.PostAsync($"{webhook.Headers.Location}/ping", null)).StatusCode);
    }

    [Fact]
    public async Task Report_is_made_in_the_background_and_given_out_once()
    {
        using var admin = await store.ClientAsync("admin");
        var ordered = await admin.PostAsync("/api/reports", null);
        Assert.Equal(HttpStatusCode.Accepted, ordered.StatusCode);
        var report = ordered.Headers.Location;
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(report)).StatusCode);
        var ready = await admin.GetAsync(report);
        Assert.Equal(HttpStatusCode.SeeOther, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(ready.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await admin.GetAsync(ready.Headers.Location)).StatusCode);
    }
}
