using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Errors;

namespace Storefront.Coupons;

/// <summary>Reductions. Their clients read the store's own errors.</summary>
internal static class CouponEndpoints
{
    public static RouteGroupBuilder MapCoupons(this IEndpointRouteBuilder app)
    {
        var coupons = app.MapGroup("/api/coupons").WithTags("Coupons").RequireAuthorization();
        coupons.MapGet("", async (StoreDb db) => await db.Coupons.OrderBy(coupon => coupon.Id).ToListAsync());
        coupons.MapGet("{code}", Get).Produces<Coupon>().Produces<StoreError>(404).Produces<StoreError>(410);
        coupons.MapPost("", Post).Produces<Coupon>(201).Produces<StoreError>(400).Produces<StoreError>(409);
        coupons.MapDelete("{code}", Delete);
        return coupons;
    }

    private static async Task<IResult> Get(string code, StoreDb db) => await db.Coupons.FirstOrDefaultAsync(c => c.Code == code) switch
    {
        null => Results.NotFound(new StoreError("NO_SUCH_COUPON", $"There is no '{code}'.")),
        { HasExpired: true } => Results.Json(new StoreError("COUPON_EXPIRED", $"'{code}' has expired."), statusCode: 410),
        var coupon => Results.Ok(coupon),
    };

    private static async Task<IResult> Post(CouponBody body, StoreDb db)
    {
        if (body.Percent is < 1 or > 90)
        {
            throw new StoreException(400, "PERCENT_OUT_OF_RANGE", "A coupon takes off 1 to 90 percent.");
        }

        if (await db.Coupons.AnyAsync(coupon => coupon.Code == body.Code))
        {
            return Results.Conflict(new StoreError("COUPON_EXISTS", $"There is '{body.Code}' already."));
        }

        var coupon = new Coupon { Code = body.Code, Percent = body.Percent };
        db.Coupons.Add(coupon);
        await db.SaveChangesAsync();
        return Results.Created($"/api/coupons/{coupon.Code}", coupon);
    }

    private static async Task<Results<NoContent, NotFound<StoreError>>> Delete(string code, StoreDb db) =>
        await db.Coupons.Where(coupon => coupon.Code == code).ExecuteDeleteAsync() > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound(new StoreError("NO_SUCH_COUPON", $"There is no '{code}'."));

    private sealed record CouponBody(string Code, int Percent);
}
