using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Products;

namespace Storefront.Searching;

/// <summary>Finding products: cached, and not too often for one client.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        var search = app.MapGroup("/api/search").WithTags("Search");
        search.MapGet("", FindAsync).CacheOutput(cache => cache.Expire(TimeSpan.FromMinutes(5)).SetVaryByQuery("q"));
        search.MapGet("suggestions", async (string q, StoreDb db) =>
                (await FindAsync(q, db)).Select(product => product.Name))
            .RequireRateLimiting(SearchLimit.Policy)
            .Produces<IEnumerable<string>>()
            .Produces(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IReadOnlyList<ProductView>> FindAsync(string q, StoreDb db) =>
        [.. (await db.Products.Where(product => product.Name.Contains(q)).OrderBy(p => p.Id).ToListAsync()).Select(ProductView.Of)];
}
