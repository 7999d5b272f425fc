namespace Statute.Jobs.Stores.Sqlite;

/// <summary>Those who wait for the end of a job: one signal for each job, whatever the number of its waiters.</summary>
internal sealed class EndSignals
{
    private readonly Lock _gate = new();
    private readonly Dictionary<JobId, Waiters> _waiters = [];

    /// <summary>How many jobs somebody waits for.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiters.Count;
            }
        }
    }

    /// <summary>Waits for a job.</summary>
    /// <param name="id">The job.</param>
    /// <param name="isEnded">Is asked once, after an end can no longer be missed.</param>
    /// <param name="cancel">Gives up.</param>
    internal async Task WaitAsync(JobId id, Func<JobId, bool> isEnded, CancellationToken cancel)
    {
        var waiters = Join(id);
        try
        {
            if (!isEnded(id))
            {
                await waiters.Ended.Task.WaitAsync(cancel);
            }
        }
        finally
        {
            Leave(id, waiters);
        }
    }

    internal void Raise(JobId id)
    {
        lock (_gate)
        {
            if (_waiters.Remove(id, out var waiters))
            {
                waiters.Ended.SetResult();
            }
        }
    }

    private Waiters Join(JobId id)
    {
        lock (_gate)
        {
            if (!_waiters.TryGetValue(id, out var waiters))
            {
                _waiters[id] = waiters = new();
            }

            waiters.Count++;
            return waiters;
        }
    }

    private void Leave(JobId id, Waiters waiters)
    {
        lock (_gate)
        {
            if (--waiters.Count == 0 && _waiters.TryGetValue(id, out var current) && current == waiters)
            {
                _waiters.Remove(id);
            }
        }
    }

    private sealed class Waiters
    {
        internal TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal int Count { get; set; }
    }
}
