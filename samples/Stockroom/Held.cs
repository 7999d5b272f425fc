namespace Stockroom;

/// <summary>All that Statute is told about the stockroom.</summary>
internal static class Held
{
    private const int MaxContentInFlight = 4 * 1024 * 1024;

    public static void AddHeldRules(this IServiceCollection services, DataFolder data)
    {
        services.AddStatute(options =>
        {
            options.PasswordFile = data.Users;
            options.Realm = "stockroom";
            options.MaxContentInFlight = MaxContentInFlight;
        });
        services.AddStatuteJobs(jobs => jobs.File = data.Jobs);
    }

    public static void UseHeldRules(this WebApplication app, Routes routes)
    {
        app.UseStatute();
        routes.All.Held().Versioned((Item item) => item.Version);
        routes.Recount.Asynchronous(job =>
        {
            job.OneAtATime = true;
            job.Repeatable = true;
        });
        app.MapJobs().RequireAuthorization();
        routes.Forecast.NotBuilt();
        routes.Billing.Withdrawn();
    }
}
