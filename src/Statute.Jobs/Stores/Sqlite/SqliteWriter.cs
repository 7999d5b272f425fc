using Microsoft.Data.Sqlite;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// The one connection that changes the file. Whoever finds nobody writing commits on its own thread, at the price of one sync of the disk;
/// what comes meanwhile waits, and is committed as one. A thread of its own would double the work of a single caller, and win nothing.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    // Bounds how long the first of a group waits for the last.
    private const int MaxGroup = 256;

    private readonly Lock _gate = new();
    private readonly Queue<SqliteWrite> _waiting = [];
    private readonly List<SqliteWrite> _group = [];
    private readonly SqliteTables _tables;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private bool _busy;
    private TaskCompletionSource? _idle;

    internal SqliteWriter(SqliteConnection connection)
    {
        _tables = new(connection);
        _begin = new(connection, "begin immediate");
        _commit = new(connection, "commit");
        _rollback = new(connection, "rollback");
    }

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
        if (TakeGroup())
        {
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.Drain(), this, preferLocal: false);
        }

        return write.Done;
    }

    public async ValueTask DisposeAsync()
    {
        TaskCompletionSource? idle;
        lock (_gate)
        {
            idle = _idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_busy)
            {
                idle.TrySetResult();
            }
        }

        await idle.Task;
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _tables.Dispose();
    }

    private void Drain()
    {
        do
        {
            CommitGroup();
        }
        while (TakeGroup());
    }

    private bool TakeGroup()
    {
        lock (_gate)
        {
            while (_group.Count < MaxGroup && _waiting.TryDequeue(out var write))
            {
                _group.Add(write);
            }

            if (_group.Count == 0)
            {
                _busy = false;
                _idle?.TrySetResult();
            }

            return _busy;
        }
    }

    private void CommitGroup()
    {
        foreach (var write in _group.Where(write => write.IsCanceled))
        {
            write.GiveUp();
        }

        _group.RemoveAll(write => write.IsCanceled);
        if (_group.Count > 0 && TryCommit(_group) is { } fault)
        {
            CommitEach(fault);
        }

        _group.Clear();
    }

    // One that cannot be done must not fail the others.
    private void CommitEach(Exception fault)
    {
        if (_group.Count == 1)
        {
            _group[0].Fail(fault);
            return;
        }

        foreach (var write in _group)
        {
            if (TryCommit([write]) is { } own)
            {
                write.Fail(own);
            }
        }
    }

    private Exception? TryCommit(List<SqliteWrite> writes)
    {
        try
        {
            _begin.Run();
            foreach (var write in writes)
            {
                write.Apply(_tables);
            }

            _commit.Run();
        }
        catch (Exception fault)
        {
            RollBack();
            return fault is SqliteException ? new JobStoreException($"The store of jobs cannot be written: {fault.Message}", fault) : fault;
        }

        foreach (var write in writes)
        {
            write.Commit();
        }

        return null;
    }

    private void RollBack()
    {
        try
        {
            _rollback.Run();
        }
        catch (SqliteException)
        {
            // SQLite has done it by itself, as it does on a full disk.
        }
    }
}
