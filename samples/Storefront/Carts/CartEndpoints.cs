using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Errors;

namespace Storefront.Carts;

/// <summary>What somebody may buy, without having signed in.</summary>
internal static class CartEndpoints
{
    public static void MapCarts(this IEndpointRouteBuilder app)
    {
        var carts = app.MapGroup("/api/carts").WithTags("Carts");
        carts.MapPost("", Post);
        carts.MapGet("{id:int}", Get).WithName("cart");
        carts.MapDelete("{id:int}", Delete);
        carts.MapPost("{id:int}/lines", AddLine);
        carts.MapPut("{id:int}/lines/{lineId:int}", PutLine);
        carts.MapDelete("{id:int}/lines/{lineId:int}", DeleteLine);
        carts.MapPut("{id:int}/coupon", PutCoupon);
        carts.MapPost("{id:int}/checkout", Checkout);
    }

    private static async Task<CreatedAtRoute<Cart>> Post(StoreDb db)
    {
        var cart = new Cart();
        db.Carts.Add(cart);
        await db.SaveChangesAsync();
        return TypedResults.CreatedAtRoute(cart, "cart", new { id = cart.Id });
    }

    private static async Task<Results<Ok<Cart>, NotFound>> Get(int id, StoreDb db) =>
        await db.Carts.FindAsync(id) is { } cart ? TypedResults.Ok(cart) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> Delete(int id, StoreDb db) =>
        await db.Carts.Where(cart => cart.Id == id).ExecuteDeleteAsync() > 0 ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<Created<CartLine>, NotFound, UnprocessableEntity<StoreError>>> AddLine(
        int id, LineBody body, StoreDb db)
    {
        if (await db.Carts.FindAsync(id) is not { } cart)
        {
            return TypedResults.NotFound();
        }

        if (!await db.Products.AnyAsync(product => product.Sku == body.Sku))
        {
            return TypedResults.UnprocessableEntity(new StoreError("NO_SUCH_SKU", $"There is no '{body.Sku}'."));
        }

        var line = new CartLine { Sku = body.Sku, Quantity = body.Quantity };
        cart.Lines.Add(line);
        await db.SaveChangesAsync();
        return TypedResults.Created($"/api/carts/{id}/lines/{line.Id}", line);
    }

    private static async Task<Results<NoContent, NotFound>> PutLine(int id, int lineId, QuantityBody body, StoreDb db)
    {
        if ((await db.Carts.FindAsync(id))?.Lines.Find(line => line.Id == lineId) is not { } line)
        {
            return TypedResults.NotFound();
        }

        line.Quantity = body.Quantity;
        await db.SaveChangesAsync();
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, NotFound>> DeleteLine(int id, int lineId, StoreDb db)
    {
        var removed = (await db.Carts.FindAsync(id))?.Lines.RemoveAll(line => line.Id == lineId) ?? 0;
        await db.SaveChangesAsync();
        return removed > 0 ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<Results<NoContent, NotFound, BadRequest<StoreError>>> PutCoupon(int id, CouponChoice choice, StoreDb db)
    {
        if (await db.Carts.FindAsync(id) is not { } cart)
        {
            return TypedResults.NotFound();
        }

        if (!await db.Coupons.AnyAsync(coupon => coupon.Code == choice.Code && !coupon.HasExpired))
        {
            return TypedResults.BadRequest(new StoreError("COUPON_UNUSABLE", $"'{choice.Code}' cannot be used."));
        }

        cart.Coupon = choice.Code;
        await db.SaveChangesAsync();
        return TypedResults.NoContent();
    }

    private static async Task<Results<Created<Receipt>, NotFound, Conflict<StoreError>>> Checkout(int id, StoreDb db)
    {
        if (await db.Carts.FindAsync(id) is not { } cart)
        {
            return TypedResults.NotFound();
        }

        if (cart.Lines.Count == 0)
        {
            return TypedResults.Conflict(new StoreError("CART_EMPTY", "There is nothing to buy."));
        }

        db.Carts.Remove(cart);
        await db.SaveChangesAsync();
        return TypedResults.Created($"/api/orders?cart={id}", new Receipt(id, cart.Lines.Count));
    }

    private sealed record LineBody(string Sku, int Quantity);

    private sealed record QuantityBody(int Quantity);

    private sealed record CouponChoice(string Code);

    private sealed record Receipt(int Cart, int Lines);
}
