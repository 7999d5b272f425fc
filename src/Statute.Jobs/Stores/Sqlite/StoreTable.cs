using Microsoft.Data.Sqlite;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>The statements over the one row that says what the store knows of itself.</summary>
internal sealed class StoreTable(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _age = new(connection, "select age from store");

    private readonly SqliteStatement _setAge = new(connection, "update store set age = ?1");

    private readonly SqliteStatement _freeBytes = new(connection,
        "select freelist_count * page_size from pragma_freelist_count, pragma_page_size");

    /// <summary>The store's age when it was last noted, in milliseconds.</summary>
    internal long Age
    {
        get => (long)_age.Ask()!;
        set => _setAge.Run(value);
    }

    /// <summary>What is free within the file, for new rows.</summary>
    internal long FreeBytes => (long)_freeBytes.Ask()!;

    public void Dispose()
    {
        _freeBytes.Dispose();
        _age.Dispose();
        _setAge.Dispose();
    }
}
