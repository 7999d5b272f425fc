using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Statute.AspNetCore.Tests.Recognised;

public sealed class UniqueKeyOfSqlite : IDisposable
{
    private const string Schema = """
        PRAGMA foreign_keys = ON;
        CREATE TABLE items (id INTEGER PRIMARY KEY, sku TEXT NOT NULL UNIQUE, qty INTEGER CHECK (qty >= 0), shelf TEXT REFERENCES shelves);
        CREATE TABLE shelves (code TEXT PRIMARY KEY);
        CREATE TABLE bins (code TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TRIGGER full BEFORE DELETE ON items BEGIN SELECT RAISE(ABORT, 'kept'); END;
        INSERT INTO items VALUES (1, 'A', 1, NULL);
        INSERT INTO shelves (rowid, code) VALUES (1, 'S');
        INSERT INTO bins VALUES ('B');
        """;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public UniqueKeyOfSqlite()
    {
        _connection.Open();
        Run(Schema);
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("INSERT INTO items (sku) VALUES ('A')", 2067)]
    [InlineData("INSERT INTO items (id, sku) VALUES (1, 'B')", 1555)]
    [InlineData("INSERT INTO shelves VALUES ('S')", 1555)]
    [InlineData("INSERT INTO bins VALUES ('B')", 1555)]
    [InlineData("INSERT INTO shelves (rowid, code) VALUES (1, 'T')", 2579)]
    public void IsRecognised(string violation, int code)
    {
        var exception = Assert.Throws<SqliteException>(() => Run(violation));
        Assert.Equal(code, exception.SqliteExtendedErrorCode);
        Assert.Equal(DatabaseConflict.UniqueKey, Recognitions.ConflictOf(exception));
    }

    [Theory]
    [InlineData("INSERT INTO items (sku) VALUES (NULL)", 1299)]
    [InlineData("INSERT INTO items (sku, shelf) VALUES ('B', 'nowhere')", 787)]
    [InlineData("INSERT INTO items (sku, qty) VALUES ('B', -1)", 275)]
    [InlineData("DELETE FROM items", 1811)]
    [InlineData("SELECT nothing FROM nowhere", 1)]
    public void IsNotMistaken(string violation, int code)
    {
        var exception = Assert.Throws<SqliteException>(() => Run(violation));
        Assert.Equal(code, exception.SqliteExtendedErrorCode);
        Assert.Equal(DatabaseConflict.None, Recognitions.ConflictOf(exception));
    }

    [Fact]
    public void IsRecognisedInsideEntityFrameworks()
    {
        using var store = Store.On(_connection);
        store.Add(new Item { Id = 2, Sku = "A" });
        var exception = Assert.Throws<DbUpdateException>(() => store.SaveChanges());
        Assert.Equal(DatabaseConflict.UniqueKey, Recognitions.ConflictOf(exception));
    }

    [Fact]
    public void IsNotMistakenInsideEntityFrameworks()
    {
        using var store = Store.On(_connection);
        store.Add(new Item { Id = 2, Sku = "B", Shelf = "nowhere" });
        var exception = Assert.Throws<DbUpdateException>(() => store.SaveChanges());
        Assert.Equal(787, Assert.IsType<SqliteException>(exception.InnerException).SqliteExtendedErrorCode);
        Assert.Equal(DatabaseConflict.None, Recognitions.ConflictOf(exception));
    }

    private void Run(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
