using Microsoft.Data.Sqlite;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// Connections that only read, and never wait for the writer. A read takes microseconds, on the caller's thread; there are as many
/// connections as there are reads at a time, and a few of them are kept.
/// </summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private const int Kept = 4;

    private readonly Lock _gate = new();
    private readonly Stack<SqliteTables> _free = [];
    private bool _closed;

    internal Task<T> ReadAsync<TArgument, T>(TArgument argument, Func<SqliteTables, TArgument, T> read, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancel);
        }

        try
        {
            return Task.FromResult(Read(argument, read));
        }
        catch (JobStoreException fault)
        {
            return Task.FromException<T>(fault);
        }
    }

    /// <exception cref="JobStoreException">The file cannot be read.</exception>
    internal T Read<TArgument, T>(TArgument argument, Func<SqliteTables, TArgument, T> read)
    {
        SqliteTables? tables = null;
        try
        {
            tables = Take();
            return read(tables, argument);
        }
        catch (SqliteException fault)
        {
            throw new JobStoreException($"The store of jobs '{path}' cannot be read: {fault.Message} Check the disk, then start again: the "
                + "file is checked then.", fault);
        }
        finally
        {
            if (tables != null && !TryKeep(tables))
            {
                tables.Dispose();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            while (_free.TryPop(out var tables))
            {
                tables.Dispose();
            }
        }
    }

    private SqliteTables Take()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteJobStore));
            if (_free.TryPop(out var tables))
            {
                return tables;
            }
        }

        return new(SqliteConnections.Open(path, SqliteOpenMode.ReadOnly));
    }

    private bool TryKeep(SqliteTables tables)
    {
        lock (_gate)
        {
            if (_closed || _free.Count == Kept)
            {
                return false;
            }

            _free.Push(tables);
            return true;
        }
    }
}
