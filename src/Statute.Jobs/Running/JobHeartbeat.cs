using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Running;

/// <summary>
/// Renews the claims of all that runs, at a third of their lease. A run whose claim is lost, or could not be renewed in time, is stopped:
/// the job may be somebody else's. It has a thread of its own: a pool that is busy must cost no run its lease.
/// </summary>
internal sealed class JobHeartbeat(
    RunningJobs running, IJobStore store, IOptions<JobOptions> options, TimeProvider time, ILogger<JobHeartbeat> logger) : IDisposable
{
    private const int BeatsOfALease = 3;
    private const int LooksOfABeat = 4;

    private readonly TimeSpan _lease = options.Value.Lease;
    private readonly object _gate = new();
    private bool _isEnded;

    internal void Start() => new Thread(BeatOn) { IsBackground = true, Name = "Heartbeat of jobs" }.UnsafeStart();

    /// <summary>Renews the claim of a run. What was said of the job meanwhile, the run is told.</summary>
    internal async Task BeatAsync(JobRun run)
    {
        try
        {
            await RenewAsync(run);
        }
        catch (Exception e)
        {
            logger.StoreFailed(e);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isEnded = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void BeatOn()
    {
        while (!EndsWithin(_lease / BeatsOfALease / LooksOfABeat))
        {
            foreach (var run in running.All)
            {
                Look(run);
            }
        }
    }

    private bool EndsWithin(TimeSpan wait)
    {
        lock (_gate)
        {
            return _isEnded || (Monitor.Wait(_gate, wait) && _isEnded);
        }
    }

    private void Look(JobRun run)
    {
        if (run.End == RunEnd.LeaseLost)
        {
            return;
        }

        if (time.GetElapsedTime(run.RenewedAt) >= _lease)
        {
            run.Stop(RunEnd.LeaseLost);
        }
        else if (time.GetElapsedTime(run.AskedAt) >= _lease / BeatsOfALease)
        {
            // Not waited for: a store that hangs for one must not for others.
            _ = BeatAsync(run);
        }
    }

    private async Task RenewAsync(JobRun run)
    {
        var asked = run.AskedAt = time.GetTimestamp();
        switch (await store.RenewAsync(run.Claim, _lease, CancellationToken.None))
        {
            case JobLease.Held:
                break;
            case JobLease.CancelRequested:
                run.Stop(RunEnd.Canceled);
                break;
            case JobLease.Lost:
                run.Stop(RunEnd.LeaseLost);
                return;
        }

        // Counted from the question: the store may have written it down then.
        run.RenewedAt = Math.Max(run.RenewedAt, asked);
    }
}
