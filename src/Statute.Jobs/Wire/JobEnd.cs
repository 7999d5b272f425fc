using Microsoft.Extensions.Hosting;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Wire;

/// <summary>Waits for the end of jobs on behalf of callers.</summary>
internal sealed class JobEnd(IJobStore store, TimeProvider time, IHostApplicationLifetime lifetime)
{
    internal DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The job when it has ended, or as it is after the time, or when the caller is gone or the application stops.</summary>
    internal async Task<Job> WaitAsync(Job job, TimeSpan wait, CancellationToken gone)
    {
        if (job.IsEnded)
        {
            return job;
        }

        using var patience = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, gone, lifetime.ApplicationStopping);
        try
        {
            await store.WaitForEndAsync(job.Id, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The job is told as it is.
        }

        return await store.FindAsync(job.Id, gone) ?? job;
    }
}
