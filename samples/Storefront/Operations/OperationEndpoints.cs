namespace Storefront.Operations;

/// <summary>For those who run the store.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        var operations = app.MapGroup("/api/operations").WithTags("Operations").RequireAuthorization(policy => policy.RequireRole("admin"));
        operations.MapGet("version", () => new { version = "3.1" });
        operations.MapDelete("cache", () => Results.NoContent()).Produces(StatusCodes.Status204NoContent);
        operations.MapGet("maintenance", (HttpResponse response) =>
            {
                response.Headers.RetryAfter = "120";
                return Results.Problem("Back in two minutes.", statusCode: StatusCodes.Status503ServiceUnavailable);
            })
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        operations.MapGet("crash", int () => throw new InvalidOperationException("The office printer is on fire."));
        operations.MapGet("legal", () => Results.StatusCode(StatusCodes.Status451UnavailableForLegalReasons))
            .Produces(StatusCodes.Status451UnavailableForLegalReasons);
        operations.MapMethods("inventory", ["REPORT"], (HttpRequest request) => request.Method).ExcludeFromDescription();
    }
}
