using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>Commits groups of changes, by one thread at a time, and decides what becomes of those that cannot be.</summary>
internal sealed class SqliteCommitter(SqliteConnection connection, string path, Room room, long checkpointPages, ILogger log) : IDisposable
{
    private readonly SqliteTables _tables = new(connection);
    private readonly SqliteStatement _begin = new(connection, "begin immediate");
    private readonly SqliteStatement _commit = new(connection, "commit");
    private readonly SqliteStatement _rollback = new(connection, "rollback");
    private readonly SqliteStatement _look = new(connection, "pragma wal_checkpoint(noop)");
    private readonly SqliteStatement _checkpoint = new(connection, "pragma wal_checkpoint(passive)");
    private readonly SqliteStatement _restart = new(connection, "pragma wal_checkpoint(restart)");
    private readonly List<SqliteWrite> _one = [];
    private JobStoreException? _stopped;

    /// <summary>
    /// Whether the log of changes has grown so long that it should be moved into the tables. SQLite would do it by itself within a commit:
    /// then the callers of that commit would wait for it, and nobody would be told that a sync failed.
    /// </summary>
    internal bool IsCheckpointDue { get; private set; }

    internal void Commit(List<SqliteWrite> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        LookForRoom();
        var fault = _stopped ?? TryCommit(group);
        if (_stopped != null || (fault is SqliteException sqlite && sqlite.IsBusy()))
        {
            group.ForEach(write => write.Fail(NotWritten(fault!)));
        }
        else if (fault != null)
        {
            // One that cannot be done must not fail the others.
            group.ForEach(CommitAlone);
        }
    }

    /// <summary>Moves what is in the log into the tables. Where it finds no room, no new jobs must come into the log.</summary>
    internal void Checkpoint()
    {
        IsCheckpointDue = false;
        if (!TryCheckpoint(_checkpoint))
        {
            room.RunShort();
        }
    }

    /// <summary>Notes the store's age, as the last change.</summary>
    internal void NoteAge(long age)
    {
        try
        {
            if (_stopped == null)
            {
                _tables.Store.Age = age;
            }
        }
        catch (SqliteException fault)
        {
            // Without it jobs are kept a little longer.
            StopIfForGood(fault);
        }
    }

    /// <summary>Closes the connection. What is in the log is moved into the tables, unless nobody knows any more what is there.</summary>
    public void Dispose()
    {
        connection.LeaveFilesOnClose(_stopped != null);
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[_begin, _commit, _rollback, _look, _checkpoint, _restart])
        {
            statement.Dispose();
        }

        _tables.Dispose();
    }

    private void CommitAlone(SqliteWrite write)
    {
        _one.Clear();
        _one.Add(write);
        for (var attempt = 0; !write.IsDone; attempt++)
        {
            if (_stopped != null)
            {
                write.Fail(_stopped);
            }
            else if (TryCommit(_one) is { } fault)
            {
                MakeRoomOrFail(write, fault, attempt);
            }
        }
    }

    // First what is written over and over is made free from its beginning; then there is the ballast.
    private void MakeRoomOrFail(SqliteWrite write, Exception fault, int attempt)
    {
        if (fault is not SqliteException sqlite || !sqlite.IsFull())
        {
            write.Fail(fault is SqliteException ? NotWritten(fault) : fault);
            return;
        }

        room.RunShort();
        if (attempt == 0 || (write.MayUseBallast && room.Release()))
        {
            TryCheckpoint(_restart);
        }
        else
        {
            write.Fail(room.Refusal(fault));
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
            StopIfForGood(fault);
            RollBack();
            return fault;
        }

        foreach (var write in writes)
        {
            write.Commit();
        }

        LookAtLog();
        return null;
    }

    private void LookAtLog()
    {
        try
        {
            IsCheckpointDue = (long)_look.AskColumn(1) > checkpointPages;
        }
        catch (SqliteException fault)
        {
            StopIfForGood(fault);
        }
    }

    private void LookForRoom()
    {
        try
        {
            if (room.IsLookDue && TryCheckpoint(_checkpoint))
            {
                room.Look(_tables.Store);
            }
        }
        catch (SqliteException fault)
        {
            StopIfForGood(fault);
        }
    }

    // What there is no room for stays in the log.
    private bool TryCheckpoint(SqliteStatement checkpoint)
    {
        try
        {
            checkpoint.Run();
            return true;
        }
        catch (SqliteException fault)
        {
            StopIfForGood(fault);
            return !fault.IsFull();
        }
    }

    private void RollBack()
    {
        try
        {
            _rollback.Run();
        }
        catch (SqliteException)
        {
            // SQLite has done it by itself, as it may on a full disk.
        }
    }

    private void StopIfForGood(Exception fault)
    {
        if (_stopped == null && fault is SqliteException sqlite && sqlite.IsForGood())
        {
            _stopped = NotWritten(fault);
            log.IsStopped(path, fault);
        }
    }

    private JobStoreException NotWritten(Exception fault) => _stopped ?? new(
        $"'{path}' cannot be written: {fault.Message} Check the disk, then start again: the file is checked then.", fault);
}
