using System.Collections.Concurrent;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// Connections that only read, and never wait for the writer. A read takes microseconds, on the caller's thread; there are as many
/// connections as there were ever reads at a time, and not more than a few of them are kept.
/// </summary>
internal sealed class SqliteReaders(Func<SqliteTables> open) : IDisposable
{
    private const int Kept = 4;

    private readonly ConcurrentBag<SqliteTables> _free = [];

    internal T Read<TArgument, T>(TArgument argument, Func<SqliteTables, TArgument, T> read)
    {
        if (!_free.TryTake(out var tables))
        {
            tables = open();
        }

        try
        {
            return read(tables, argument);
        }
        finally
        {
            if (_free.Count < Kept)
            {
                _free.Add(tables);
            }
            else
            {
                tables.Dispose();
            }
        }
    }

    public void Dispose()
    {
        while (_free.TryTake(out var tables))
        {
            tables.Dispose();
        }
    }
}
