using System.Collections.Concurrent;

namespace Statute.Jobs.Running;

/// <summary>The jobs that run in this process.</summary>
internal sealed class RunningJobs
{
    private readonly ConcurrentDictionary<JobId, JobRun> _runs = new();

    internal void Add(JobRun run) => _runs[run.Claim.Id] = run;

    internal void Remove(JobRun run) => _runs.TryRemove(new(run.Claim.Id, run));

    /// <summary>Tells the handler at once; another process learns of it when it renews its claim.</summary>
    internal void Cancel(JobId id)
    {
        if (_runs.TryGetValue(id, out var run))
        {
            run.Stop(RunEnd.Canceled);
        }
    }

    internal void Stop()
    {
        foreach (var run in _runs.Values)
        {
            run.Stop(RunEnd.Stopping);
        }
    }
}
