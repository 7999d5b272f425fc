using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Stockroom;

internal static class Recounts
{
    private static readonly TimeSpan Walk = TimeSpan.FromSeconds(2);

    public static RouteHandlerBuilder MapRecounts(this IEndpointRouteBuilder api) => api.MapPost("/items/{sku}/recount", Recount);

    private static async Task<Item?> Recount(
        string sku, [FromHeader(Name = "Idempotency-Key")] string? key, StockroomDb db, CancellationToken cancel)
    {
        if (!await db.Items.AnyAsync(known => known.Sku == sku, cancel))
        {
            return null;
        }

        // The time that somebody needs to walk to the shelf.
        await Task.Delay(Walk, cancel);
        await CountAsync(sku, key ?? $"{Guid.NewGuid()}", db, cancel);
        return await db.FindItemAsync(sku, cancel);
    }

    /// <summary>Counts a recount once, however often it is begun: that it was counted is written together with the count.</summary>
    private static async Task CountAsync(string sku, string key, StockroomDb db, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var isFirst = await db.Database.ExecuteSqlAsync($"insert or ignore into Recounts (\"Key\", Sku) values ({key}, {sku})", cancel) > 0;
        if (isFirst)
        {
            // In the database, so that what is sold meanwhile makes it no conflict.
            await db.Items.Where(item => item.Sku == sku).ExecuteUpdateAsync(
                item => item.SetProperty(i => i.Recounts, i => i.Recounts + 1).SetProperty(i => i.Version, i => i.Version + 1), cancel);
        }

        await transaction.CommitAsync(cancel);
    }
}
