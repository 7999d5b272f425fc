using Microsoft.Data.Sqlite;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>The statements over the one row that says what the store knows of itself.</summary>
internal sealed class StoreTable(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _age = new(connection, "select age from store");

    private readonly SqliteStatement _setAge = new(connection, "update store set age = ?1");

    internal long Age
    {
        get => (long)_age.Ask()!;
        set => _setAge.Run(value);
    }

    public void Dispose()
    {
        _age.Dispose();
        _setAge.Dispose();
    }
}
