using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.Jobs;
using Statute.Jobs.Accepting;
using Statute.Jobs.Running;
using Statute.Jobs.Start;
using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;
using Statute.Jobs.Wire;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds asynchronous requests to an application's services.</summary>
public static class JobServiceCollectionExtensions
{
    /// <summary>
    /// Adds what keeps and runs asynchronous requests. Mark endpoints with <c>.Asynchronous()</c> or
    /// <see cref="AsynchronousAttribute"/>, and call <c>app.MapJobs()</c>.
    /// </summary>
    /// <param name="services">The application's services, to which <c>AddStatute</c> is added too.</param>
    /// <param name="configure">Sets options in code, after the configuration section <c>Statute:Jobs</c> was read.</param>
    /// <returns>The services, for further calls.</returns>
    /// <exception cref="OptionsValidationException">At start, naming every fault of the options.</exception>
    public static IServiceCollection AddStatuteJobs(this IServiceCollection services, Action<JobOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<JobOptions>().BindConfiguration(JobOptions.SectionName).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (services.Any(s => s.ServiceType == typeof(JobRunner)))
        {
            return services;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IJobStore>(StoreOf);
        services.AddSingleton<IValidateOptions<JobOptions>, JobOptionsValidator>();
        services.AddSingleton<JobPlaces>();
        services.AddSingleton<JobMonitors>();
        services.AddSingleton<JobEnd>();
        services.AddSingleton<JobEndpoints>();
        services.AddSingleton<JobAcceptor>();
        services.AddSingleton<AcceptanceActionFilter>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.AddService<AcceptanceActionFilter>(AcceptanceActionFilter.Order));

        services.AddSingleton<RunningJobs>();
        services.AddSingleton<JobHeartbeat>();
        services.AddSingleton<RunCallers>();
        services.AddSingleton<JobExecutor>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddHostedService<JobSweeper>();
        services.AddSingleton<IStartupFilter, JobStartupFilter>();

        JobAuthentication.AddTo(services);
        return services;
    }

    private static SqliteJobStore StoreOf(IServiceProvider provider)
    {
        var root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
        var options = provider.GetRequiredService<IOptions<JobOptions>>().Value;
        return new SqliteJobStore(
            Path.Combine(root, options.File),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteJobStore>>(),
            options.Sqlite);
    }
}
