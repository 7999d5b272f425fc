using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Reviews;

/// <summary>What is said of products.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        var reviews = app.MapGroup("/api/products/{productId:int}/reviews").WithTags("Reviews");
        reviews.MapGet("", async (int productId, StoreDb db) => await db.Reviews.Where(r => r.ProductId == productId).ToListAsync());
        reviews.MapGet("{id:int}", Get).WithName("review");
        reviews.MapPost("", Post).AddEndpointFilter<ValidationFilter<ReviewBody>>().ProducesValidationProblem().RequireAuthorization();
        reviews.MapPut("{id:int}", Put).AddEndpointFilter<ValidationFilter<ReviewBody>>().ProducesValidationProblem()
            .RequireAuthorization();
        reviews.MapDelete("{id:int}", Delete).RequireAuthorization(policy => policy.RequireRole("admin"));
        reviews.MapPost("{id:int}/flag", Flag);
    }

    private static async Task<Results<Ok<Review>, NotFound>> Get(int productId, int id, StoreDb db) =>
        await db.Reviews.FirstOrDefaultAsync(r => r.ProductId == productId && r.Id == id) is { } review
            ? TypedResults.Ok(review)
            : TypedResults.NotFound();

    private static async Task<Results<CreatedAtRoute<Review>, NotFound>> Post(int productId, ReviewBody body, StoreDb db)
    {
        if (!await db.Products.AnyAsync(product => product.Id == productId))
        {
            return TypedResults.NotFound();
        }

        var review = new Review { ProductId = productId, Stars = body.Stars, Text = body.Text };
        db.Reviews.Add(review);
        await db.SaveChangesAsync();
        return TypedResults.CreatedAtRoute(review, "review", new { productId, id = review.Id });
    }

    private static async Task<Results<NoContent, NotFound>> Put(int productId, int id, ReviewBody body, StoreDb db) =>
        await db.Reviews.Where(r => r.ProductId == productId && r.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(review => review.Stars, body.Stars)
            .SetProperty(review => review.Text, body.Text)) > 0
                ? TypedResults.NoContent()
                : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> Delete(int productId, int id, StoreDb db) =>
        await db.Reviews.Where(r => r.ProductId == productId && r.Id == id).ExecuteDeleteAsync() > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async Task<Results<Accepted, NotFound>> Flag(int productId, int id, StoreDb db) =>
        await db.Reviews.Where(r => r.ProductId == productId && r.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(review => review.IsFlagged, true)) > 0
                ? TypedResults.Accepted((string?)null)
                : TypedResults.NotFound();
}
