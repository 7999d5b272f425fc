using Microsoft.Data.Sqlite;

namespace Statute.AspNetCore.Tests.Recognised;

public sealed class ConcurrencyOfSqlite : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("statute-");
    private readonly SqliteConnection _first;
    private readonly SqliteConnection _second;

    public ConcurrencyOfSqlite()
    {
        // The provider tries again until the time of the command is over, and 1 second is the shortest that it knows.
        var text = $"Data Source={Path.Combine(_folder.FullName, "items.db")};Pooling=False;Default Timeout=1";
        _first = new(text);
        _second = new(text);
        _first.Open();
        _second.Open();
        Run(_first, "PRAGMA journal_mode = WAL; CREATE TABLE items (qty INTEGER); INSERT INTO items VALUES (1);");
    }

    public void Dispose()
    {
        _second.Dispose();
        _first.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void IsRecognisedWhereWhatWasReadHasChanged()
    {
        Run(_first, "BEGIN; SELECT qty FROM items;");
        Run(_second, "UPDATE items SET qty = 2");
        var exception = Assert.Throws<SqliteException>(() => Run(_first, "UPDATE items SET qty = 3"));
        Assert.Equal(517, exception.SqliteExtendedErrorCode);
        Assert.Equal(DatabaseConflict.Concurrent, Recognitions.ConflictOf(exception));
    }

    // Another one only writes, perhaps elsewhere: the same request may pass a moment later, and there is no edit to look at.
    [Fact]
    public void IsNotMistakenWhereTheLockIsHeld()
    {
        Run(_second, "BEGIN IMMEDIATE");
        var exception = Assert.Throws<SqliteException>(() => Run(_first, "UPDATE items SET qty = 3"));
        Assert.Equal(5, exception.SqliteExtendedErrorCode);
        Assert.Equal(DatabaseConflict.None, Recognitions.ConflictOf(exception));
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteScalar();
    }
}
