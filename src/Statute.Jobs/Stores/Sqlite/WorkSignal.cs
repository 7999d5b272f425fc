namespace Statute.Jobs.Stores.Sqlite;

/// <summary>Says whether there may be a job to claim: yes, until somebody has looked and found none.</summary>
internal sealed class WorkSignal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _set = Set();

    internal bool IsSet => Current.Task.IsCompleted;

    private TaskCompletionSource Current
    {
        get
        {
            lock (_gate)
            {
                return _set;
            }
        }
    }

    internal void Raise() => Current.TrySetResult();

    internal void Clear()
    {
        lock (_gate)
        {
            if (_set.Task.IsCompleted)
            {
                _set = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    internal Task WaitAsync(CancellationToken cancel) => Current.Task.WaitAsync(cancel);

    private static TaskCompletionSource Set()
    {
        var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        set.SetResult();
        return set;
    }
}
