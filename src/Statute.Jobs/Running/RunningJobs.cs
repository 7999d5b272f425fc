using System.Collections.Concurrent;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Running;

/// <summary>The runs of this process. Of one job there may be two: one that has lost its claim, and has not ended yet.</summary>
internal sealed class RunningJobs
{
    private readonly ConcurrentDictionary<JobClaim, JobRun> _runs = new();

    internal IEnumerable<JobRun> All => _runs.Select(run => run.Value);

    internal void Add(JobRun run) => _runs[run.Claim] = run;

    internal void Remove(JobRun run) => _runs.TryRemove(run.Claim, out _);

    /// <summary>Tells the handler at once; another process learns of it when it renews its claim.</summary>
    internal void Cancel(JobId id)
    {
        foreach (var run in All.Where(run => run.Claim.Id == id))
        {
            run.Stop(RunEnd.Canceled);
        }
    }

    internal void Stop()
    {
        foreach (var run in All)
        {
            run.Stop(RunEnd.Stopping);
        }
    }
}
