using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Stockroom;

internal static class Items
{
    public static void MapItems(this IEndpointRouteBuilder api)
    {
        api.MapGet("/items", List);
        api.MapPost("/items", Create).ProducesValidationProblem();
        api.MapGet("/items/{sku}", Read);
        api.MapPut("/items/{sku}", Replace).Produces<Item>().ProducesValidationProblem();
        api.MapDelete("/items/{sku}", Delete).RequireAuthorization(policy => policy.RequireRole(Users.Manager));
    }

    private static Task<List<Item>> List(StockroomDb db, CancellationToken cancel) =>
        db.Items.AsNoTracking().OrderBy(item => item.Sku).ToListAsync(cancel);

    // A second item of the same sku is for the database to find: only there two callers at once cannot both be the first.
    private static async Task<Created<Item>> Create(ItemBody body, StockroomDb db, CancellationToken cancel)
    {
        var item = new Item { Sku = body.Sku, Name = body.Name, Qty = body.Qty };
        db.Items.Add(item);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/items/{item.Sku}", item);
    }

    private static async Task<Item?> Read(string sku, StockroomDb db, CancellationToken cancel) => await db.FindItemAsync(sku, cancel);

    private static async Task<object?> Replace(
        string sku, ItemBody body, [FromHeader(Name = "If-Match")] string? ifMatch, StockroomDb db, CancellationToken cancel)
    {
        if (body.Sku != sku)
        {
            return Faults.Of("sku", $"The sku is '{body.Sku}', but the path says '{sku}'.");
        }

        var item = await db.FindItemAsync(sku, cancel);
        if (item is null)
        {
            return null;
        }

        // Whoever names versions writes over one of these and no other; and if somebody writes from here on, saving says so.
        if (ifMatch is not null && !Names(ifMatch, item.Version))
        {
            throw new DbUpdateConcurrencyException($"'{sku}' is at version {item.Version}, and not at {ifMatch}.");
        }

        item.Name = body.Name;
        item.Qty = body.Qty;
        await db.SaveChangesAsync(cancel);
        return item;
    }

    private static bool Names(string ifMatch, long version) =>
        ifMatch.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag == $"\"{version}\"");

    // Answers an empty text: there is nothing to tell about what is gone, and null would say that it was never there.
    private static async Task<string?> Delete(string sku, StockroomDb db, CancellationToken cancel)
    {
        var item = await db.FindItemAsync(sku, cancel);
        if (item is null)
        {
            return null;
        }

        db.Items.Remove(item);
        await db.SaveChangesAsync(cancel);
        return "";
    }
}
