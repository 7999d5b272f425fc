namespace Stockroom;

/// <summary>How much of an item will be needed next month.</summary>
public sealed record Forecast(string Sku, int Qty);

internal static class Forecasts
{
    public static RouteHandlerBuilder MapForecast(this IEndpointRouteBuilder api) => api.MapGet("/forecast", Predict);

    private static List<Forecast> Predict() => throw new NotImplementedException("Nobody has built the forecast.");
}
