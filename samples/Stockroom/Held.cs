namespace Stockroom;

/// <summary>All that Statute is told about the stockroom.</summary>
internal static class Held
{
    private const int MaxContentInFlight = 4 * 1024 * 1024;

    public static void AddHeldRules(this IServiceCollection services, string users) =>
        services.AddStatute(options =>
        {
            options.PasswordFile = users;
            options.Realm = "stockroom";
            options.MaxContentInFlight = MaxContentInFlight;
        });

    public static void UseHeldRules(this WebApplication app, Routes routes)
    {
        app.UseStatute();
        routes.All.Held().Versioned((Item item) => item.Version);
        routes.Recount.NotBuilt();
        routes.Forecast.NotBuilt();
        routes.Billing.Withdrawn();
    }
}
