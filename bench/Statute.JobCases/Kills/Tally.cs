using Microsoft.Data.Sqlite;

namespace Statute.JobCases.Kills;

/// <summary>
/// What the jobs of the application do: they add to items, in a database of the application's own. The addition and the job's id are
/// written in one transaction, as a handler does that wants its work done once. What a process has written survives it when it is killed.
/// </summary>
internal sealed class Tally : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    internal Tally(string folder)
    {
        _connection = new($"Data Source={PathOf(folder)};Pooling=False");
        _connection.Open();
        Run("""
            pragma journal_mode = wal;
            pragma synchronous = off;
            create table if not exists begun (job text not null, attempt integer not null, at integer not null);
            create table if not exists counted (job text primary key, item text not null);
            create table if not exists item (name text primary key, count integer not null);
            """);
    }

    internal static string PathOf(string folder) => Path.Combine(folder, "tally.db");

    /// <summary>Notes that a handler has begun.</summary>
    internal void Begin(string job, int attempt)
    {
        lock (_gate)
        {
            Run("insert into begun values (?1, ?2, ?3)", job, attempt, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>Adds 1 to an item, once for each job.</summary>
    internal void Count(string job, string item)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            if (Run("insert into counted values (?1, ?2) on conflict do nothing", job, item) == 1)
            {
                Run("insert into item values (?1, 1) on conflict do update set count = count + 1", item);
            }

            transaction.Commit();
        }
    }

    public void Dispose() => _connection.Dispose();

    private int Run(string sql, params ReadOnlySpan<object> values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"?{i + 1}", values[i]);
        }

        return command.ExecuteNonQuery();
    }
}
