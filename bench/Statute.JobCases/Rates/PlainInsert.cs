using Microsoft.Data.Sqlite;
using Statute.Jobs;

namespace Statute.JobCases.Rates;

/// <summary>The least that a durable insert can be: one statement, prepared, on one connection, synced to the disk.</summary>
internal sealed class PlainInsert : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;

    internal PlainInsert(string path, byte[] content)
    {
        _connection = new($"Data Source={path};Pooling=False");
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = """
            pragma journal_mode = wal;
            pragma synchronous = full;
            create table job (seq integer primary key, id blob not null unique, content blob not null);
            """;
        create.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = "insert into job (id, content) values ($id, $content)";
        _insert.Parameters.AddWithValue("$id", Array.Empty<byte>());
        _insert.Parameters.AddWithValue("$content", content);
    }

    internal Task RunAsync()
    {
        _insert.Parameters[0].Value = JobId.New().ToByteArray();
        _insert.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
