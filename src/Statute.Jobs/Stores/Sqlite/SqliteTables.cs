using Microsoft.Data.Sqlite;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>The tables as one connection sees them. Used by one thread at a time.</summary>
internal sealed class SqliteTables(SqliteConnection connection) : IDisposable
{
    internal JobTable Jobs { get; } = new(connection);

    internal ContentTable Requests { get; } = new(connection, "request");

    internal ContentTable Answers { get; } = new(connection, "answer");

    internal StoreTable Store { get; } = new(connection);

    public void Dispose()
    {
        Jobs.Dispose();
        Requests.Dispose();
        Answers.Dispose();
        Store.Dispose();
        connection.Dispose();
    }
}
