using System.Threading.RateLimiting;
using Storefront.Errors;

namespace Storefront.Searching;

/// <summary>How often one client may ask for suggestions.</summary>
internal static class SearchLimit
{
    public const string Policy = "suggestions";

    public static void AddSearchLimit(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, gone) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            await rejected.HttpContext.Response.WriteAsJsonAsync(new StoreError("TOO_MANY", "Ask again in a minute."), gone);
        };
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Request.Headers["X-Client"].ToString(),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 3, Window = TimeSpan.FromHours(1) }));
    });
}
