namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// Lets one thread at a time change the file. Whoever finds nobody writing commits on its own thread, at the price of one sync of the disk;
/// what comes meanwhile waits, and is committed as one. A thread of its own would double the work of a single caller, and win nothing.
/// </summary>
internal sealed class SqliteWriter(SqliteCommitter committer)
{
    // Both bound how long the first of a group waits for the last.
    private const int MaxGroup = 256;
    private const int MaxGroupSize = 4 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<SqliteWrite> _waiting = [];
    private readonly List<SqliteWrite> _group = [];
    private bool _busy;
    private TaskCompletionSource? _idle;

    /// <summary>Commits a change, alone or with others.</summary>
    internal Task<T> WriteAsync<T>(SqliteWrite<T> write)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_idle != null, typeof(SqliteJobStore));
            if (_busy)
            {
                _waiting.Enqueue(write);
                return write.Done;
            }

            _busy = true;
            _group.Add(write);
        }

        CommitGroup();
        if (Next())
        {
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.Drain(), this, preferLocal: false);
        }

        return write.Done;
    }

    /// <summary>Lets those who have come finish, and nobody else in.</summary>
    internal async Task CloseAsync()
    {
        TaskCompletionSource idle;
        lock (_gate)
        {
            idle = _idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_busy)
            {
                idle.TrySetResult();
            }
        }

        await idle.Task;
    }

    private void Drain()
    {
        do
        {
            CommitGroup();
            if (committer.IsCheckpointDue)
            {
                committer.Checkpoint();
            }
        }
        while (Next());
    }

    private void CommitGroup()
    {
        try
        {
            committer.Commit(_group);
        }
        catch (Exception fault)
        {
            // A fault of ours must not let callers wait for ever, nor those who come later.
            _group.ForEach(write => write.Fail(fault));
        }
    }

    // Takes the next group; false where there is nothing to do, and the next caller leads.
    private bool Next()
    {
        lock (_gate)
        {
            _group.Clear();
            for (var size = 0; _group.Count < MaxGroup && size < MaxGroupSize && _waiting.TryDequeue(out var write); size += write.Size)
            {
                _group.Add(write);
            }

            _busy = _group.Count > 0 || committer.IsCheckpointDue;
            if (!_busy)
            {
                _idle?.TrySetResult();
            }

            return _busy;
        }
    }
}
