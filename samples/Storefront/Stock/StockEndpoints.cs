using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Stock;

/// <summary>How many are there.</summary>
internal static class StockEndpoints
{
    public static void MapStock(this IEndpointRouteBuilder app)
    {
        var stock = app.MapGroup("/api/stock").WithTags("Stock");
        stock.MapGet("{sku}", Get);
        stock.MapPut("{sku}", Put).RequireAuthorization(policy => policy.RequireRole("admin"));
        stock.MapGet("events", (StoreDb db, CancellationToken gone) => TypedResults.ServerSentEvents(EventsAsync(db, gone), "stock"));
        stock.MapGet("export", (StoreDb db, HttpResponse response, CancellationToken gone) => ExportAsync(db, response, gone));
    }

    private static async Task<Results<Ok<int>, NotFound>> Get(string sku, StoreDb db) =>
        await db.Products.FirstOrDefaultAsync(product => product.Sku == sku) is { } product
            ? TypedResults.Ok(product.Stock)
            : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> Put(string sku, int count, StoreDb db) =>
        await db.Products.Where(p => p.Sku == sku).ExecuteUpdateAsync(set => set.SetProperty(product => product.Stock, count)) > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async IAsyncEnumerable<string> EventsAsync(StoreDb db, [EnumeratorCancellation] CancellationToken gone)
    {
        foreach (var product in await db.Products.OrderBy(product => product.Id).Take(3).ToListAsync(gone))
        {
            yield return $"{product.Sku}={product.Stock}";
        }
    }

    private static async Task ExportAsync(StoreDb db, HttpResponse response, CancellationToken gone)
    {
        response.ContentType = "application/x-ndjson";
        await foreach (var product in db.Products.OrderBy(product => product.Id).AsAsyncEnumerable().WithCancellation(gone))
        {
            await response.WriteAsync($"{{\"sku\":\"{product.Sku}\",\"stock\":{product.Stock}}}\n", gone);
            await response.Body.FlushAsync(gone);
        }
    }
}
