using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;

namespace Statute.Adoption.Store;

/// <summary>Carts, coupons, orders, reviews: as the store's team tests them.</summary>
public abstract class SalesTests(RunningStore store)
{
    [Fact]
    public async Task Order_goes_from_placed_to_shipped()
    {
        using var alice = await store.ClientAsync("alice");
        using var admin = await store.ClientAsync("admin");
        var placed = await alice.PostAsJsonAsync("/api/orders", new { customerId = 1, sku = "SKU-1", quantity = 2 });
        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        var order = placed.Headers.Location!.AbsolutePath;
        Assert.Equal(HttpStatusCode.PaymentRequired, (await alice.PostAsJsonAsync($"{order}/payment", new { amount = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await alice.PostAsJsonAsync($"{order}/payment", new { amount = 20 })).StatusCode);
        var shipped = await admin.PostAsync($"{order}/shipment", null);
        Assert.Equal(HttpStatusCode.Accepted, shipped.StatusCode);
        Assert.Equal(order, shipped.Headers.Location!.AbsolutePath);
        var tracked = await alice.GetAsync($"{order}/tracking");
        Assert.Equal(HttpStatusCode.Found, tracked.StatusCode);
        Assert.Equal("parcels.example", tracked.Headers.Location!.Host);
        Assert.Equal(HttpStatusCode.Conflict, (await alice.PostAsync($"{order}/cancellation", null)).StatusCode);
    }

    [Fact]
    public async Task Order_that_is_cancelled_is_locked()
    {
        using var admin = await store.ClientAsync("admin");
        var placed = await admin.PostAsJsonAsync("/api/orders", new { customerId = 1, sku = "SKU-3", quantity = 1 });
        var order = placed.Headers.Location!.AbsolutePath;
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync($"{order}/cancellation", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Locked, (await admin.PostAsync($"{order}/shipment", null)).StatusCode);
    }

    [Fact]
    public async Task Order_of_nothing_cannot_be_processed()
    {
        using var alice = await store.ClientAsync("alice");
        var refused = await alice.PostAsJsonAsync("/api/orders", new { customerId = 1, sku = "nothing", quantity = 1 });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var invalid = await alice.PostAsJsonAsync("/api/orders", new { customerId = 1, sku = "SKU-1", quantity = 0 });
        Assert.Equal(HttpStatusCode.BadRequest, invalid.StatusCode);
        Assert.Equal(HttpStatusCode.NotImplemented, (await alice.PostAsync("/api/orders/1/refund", null)).StatusCode);
    }

    [Fact]
    public async Task Cart_is_filled_and_bought()
    {
        using var client = await store.ClientAsync();
        var created = await client.PostAsync("/api/carts", null);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var cart = created.Headers.Location!.AbsolutePath;
        var empty = await client.PostAsync($"{cart}/checkout", null);
        Assert.Equal(HttpStatusCode.Conflict, empty.StatusCode);
        Assert.Equal("CART_EMPTY", (await empty.JsonAsync()).GetProperty("code").GetString());
        var line = await client.PostAsJsonAsync($"{cart}/lines", new { sku = "SKU-1", quantity = 1 });
        Assert.Equal(HttpStatusCode.Created, line.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PutAsJsonAsync(line.Headers.Location, new { quantity = 2 })).StatusCode);
        var coupon = await client.PutAsJsonAsync($"{cart}/coupon", new { code = "OLD" });
        Assert.Equal(HttpStatusCode.BadRequest, coupon.StatusCode);
        Assert.Equal("'OLD' cannot be used.", (await coupon.JsonAsync()).GetProperty("message").GetString());
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync($"{cart}/checkout", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(cart)).StatusCode);
    }

    [Fact]
    public async Task Coupon_that_has_expired_is_gone()
    {
        using var alice = await store.ClientAsync("alice");
        var gone = await alice.GetAsync("/api/coupons/OLD");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal("COUPON_EXPIRED", (await gone.JsonAsync()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Coupon_errors_are_exactly_what_old_clients_read()
    {
        using var alice = await store.ClientAsync("alice");
        var refused = await alice.PostAsJsonAsync("/api/coupons", new { code = "W", percent = 95 });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            """{"code":"PERCENT_OUT_OF_RANGE","message":"A coupon takes off 1 to 90 percent."}""",
            await refused.Content.ReadAsStringAsync());
        var made = await alice.PostAsJsonAsync("/api/coupons", new { code = "W", percent = 50 });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await alice.DeleteAsync(made.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task Review_is_validated()
    {
        using var alice = await store.ClientAsync("alice");
        var refused = await alice.PostAsJsonAsync("/api/products/1/reviews", new { stars = 9, text = "" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<ValidationProblemDetails>();
        Assert.Equal("'Stars' must be between 1 and 5. You entered 9.", Assert.Single(problem!.Errors["Stars"]));
        Assert.NotEmpty(problem.Errors["Text"]);
        var made = await alice.PostAsJsonAsync("/api/products/1/reviews", new { stars = 4, text = "Good." });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await alice.PostAsync($"{made.Headers.Location!.AbsolutePath}/flag", null)).StatusCode);
    }

    [Fact]
    public async Task Customer_that_is_known_is_a_conflict()
    {
        using var alice = await store.ClientAsync("alice");
        var refused = await alice.PostAsJsonAsync("/api/customers", new { email = "alice@example.com", name = "Alice" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("EMAIL_TAKEN", (await refused.JsonAsync()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Login_that_is_wrong_tells_so()
    {
        using var client = await store.ClientAsync();
        var refused = await client.PostAsJsonAsync("/api/account/login", new { name = "alice", password = "wrong" });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("WRONG_CREDENTIALS", (await refused.JsonAsync()).GetProperty("code").GetString());
        using var alice = await store.ClientAsync("alice");
        Assert.Equal(HttpStatusCode.ResetContent, (await alice.PostAsync("/api/account/logout", null)).StatusCode);
    }
}
