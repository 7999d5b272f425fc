using System.Collections.Concurrent;

namespace Statute.Jobs.Running;

/// <summary>
/// The threads that jobs begin on: at most as many as jobs run at a time, each made when it is needed, and kept. A handler that blocks
/// takes no thread of the pool's; and a job whose claim is known here begins at once, however busy the pool is.
/// </summary>
internal sealed class WorkerThreads(int most) : IDisposable
{
    private readonly BlockingCollection<Action> _waiting = [];
    private int _made;
    private int _unfinished;

    /// <summary>Begins a job. Called by one thread at a time.</summary>
    internal void Begin(Action job)
    {
        // Each that waits or has not given its thread back has one of its own.
        if (Interlocked.Increment(ref _unfinished) > _made && _made < most)
        {
            _made++;
            // Without the context of whoever needs it first.
            new Thread(Work) { IsBackground = true, Name = "Job" }.UnsafeStart();
        }

        _waiting.Add(job);
    }

    public void Dispose() => _waiting.CompleteAdding();

    private void Work()
    {
        while (_waiting.TryTake(out var job, Timeout.Infinite))
        {
            job();
            Interlocked.Decrement(ref _unfinished);
        }
    }
}
