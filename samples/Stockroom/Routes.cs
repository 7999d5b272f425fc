namespace Stockroom;

/// <summary>The whole API, and by name those parts of it for which the held rules say something of their own.</summary>
internal sealed record Routes(
    RouteGroupBuilder All, RouteHandlerBuilder Recount, RouteHandlerBuilder Forecast, RouteGroupBuilder Billing)
{
    public static Routes Map(WebApplication app)
    {
        app.MapOpenApi();
        var all = app.MapGroup("").RequireAuthorization();
        all.MapItems();
        all.MapPhotos();
        all.MapTransfers();
        all.MapLabels();
        return new Routes(all, all.MapRecounts(), all.MapForecast(), all.MapBilling());
    }
}
