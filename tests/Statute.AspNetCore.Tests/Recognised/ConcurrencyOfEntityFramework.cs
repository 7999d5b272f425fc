using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Statute.AspNetCore.Tests.Recognised;

public sealed class ConcurrencyOfEntityFramework : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public ConcurrencyOfEntityFramework()
    {
        _connection.Open();
        using var store = Store.On(_connection);
        store.Database.EnsureCreated();
        store.Add(new Item { Id = 1, Sku = "A", Quantity = 1 });
        store.SaveChanges();
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("UPDATE items SET qty = 2")]
    [InlineData("DELETE FROM items")]
    public void IsRecognised(string meanwhile)
    {
        using var store = Store.On(_connection);
        store.Items.Single().Quantity = 3;
        using (var other = _connection.CreateCommand())
        {
            other.CommandText = meanwhile;
            Assert.Equal(1, other.ExecuteNonQuery());
        }
        var exception = Assert.Throws<DbUpdateConcurrencyException>(() => store.SaveChanges());
        Assert.Equal(DatabaseConflict.Concurrent, Recognitions.ConflictOf(exception));
    }

    [Fact]
    public void IsRecognisedInWhatDerivesFromIt() =>
        Assert.Equal(DatabaseConflict.Concurrent, Recognitions.ConflictOf(new StaleItemException()));

    [Fact]
    public void IsNotMistakenForAnyFailedUpdate() =>
        Assert.Equal(DatabaseConflict.None, Recognitions.ConflictOf(new DbUpdateException("The update failed.")));

    private sealed class StaleItemException : DbUpdateConcurrencyException;
}
