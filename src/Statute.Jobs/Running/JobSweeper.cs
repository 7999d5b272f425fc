using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Running;

/// <summary>Forgets jobs whose time is over.</summary>
internal sealed class JobSweeper(IJobStore store, IOptions<JobOptions> options, TimeProvider time, ILogger<JobSweeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Period, time);
        try
        {
            do
            {
                await SweepAsync(stoppingToken);
            }
            while (await beat.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            while (await store.SweepAsync(options.Value.Retention, stopping) > 0)
            {
                stopping.ThrowIfCancellationRequested();
            }
        }
        catch (JobStoreException e)
        {
            logger.StoreFailed(e);
        }
    }
}
