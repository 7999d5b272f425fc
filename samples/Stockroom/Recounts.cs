using Microsoft.EntityFrameworkCore;

namespace Stockroom;

internal static class Recounts
{
    private static readonly TimeSpan Walk = TimeSpan.FromSeconds(2);

    public static RouteHandlerBuilder MapRecounts(this IEndpointRouteBuilder api) => api.MapPost("/items/{sku}/recount", Recount);

    private static async Task<Item?> Recount(string sku, StockroomDb db, CancellationToken cancel)
    {
        if (!await db.Items.AnyAsync(known => known.Sku == sku, cancel))
        {
            return null;
        }
        // The time that somebody needs to walk to the shelf.
        await Task.Delay(Walk, cancel);
        // Read only now: what was sold during the walk must not make the recount a conflict.
        var item = await db.FindItemAsync(sku, cancel);
        if (item is null)
        {
            return null;
        }

        item.Recounts++;
        await db.SaveChangesAsync(cancel);
        return item;
    }
}
