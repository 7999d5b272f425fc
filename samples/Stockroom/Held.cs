namespace Stockroom;

/// <summary>All that Statute is told about the stockroom.</summary>
internal static class Held
{
    public static void AddHeldRules(this IServiceCollection services, string users) =>
        services.AddStatute(options =>
        {
            options.PasswordFile = users;
            options.Realm = "stockroom";
        });

    public static void UseHeldRules(this WebApplication app, Routes routes)
    {
        app.UseStatute();
        routes.All.Held();
        routes.Recount.NotBuilt();
        routes.Forecast.NotBuilt();
        routes.Billing.Withdrawn();
    }
}
