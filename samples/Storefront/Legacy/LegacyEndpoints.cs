namespace Storefront.Legacy;

/// <summary>Where things stood in the first store.</summary>
internal static class LegacyEndpoints
{
    public static void MapLegacy(this IEndpointRouteBuilder app)
    {
        var legacy = app.MapGroup("").WithTags("Legacy");
        legacy.MapGet("/products.php", () => Results.Redirect("/api/v1/products", permanent: true))
            .Produces(StatusCodes.Status301MovedPermanently);
        legacy.MapPost("/orders.php", () => Results.Redirect("/api/orders", permanent: true, preserveMethod: true))
            .Produces(StatusCodes.Status308PermanentRedirect);
        legacy.MapGet("/api/v0/{**rest}", () => Results.StatusCode(StatusCodes.Status410Gone)).Produces(StatusCodes.Status410Gone);
        legacy.MapGet("/teapot", () => Results.Text("short and stout", statusCode: StatusCodes.Status418ImATeapot))
            .Produces<string>(StatusCodes.Status418ImATeapot, "text/plain");
    }
}
