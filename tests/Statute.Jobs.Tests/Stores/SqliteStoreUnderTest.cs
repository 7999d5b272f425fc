using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.Jobs.Tests.Stores;

/// <summary>A store in a file of its own.</summary>
internal sealed class SqliteStoreUnderTest : StoreUnderTest
{
    private readonly Stack<TemporaryFolder> _folders = new([new()]);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var folder in _folders)
        {
            folder.Dispose();
        }
    }

    // The smallest reserve: that of every test is written to the disk.
    protected override IJobStore Make() =>
        new SqliteJobStore(_folders.Peek().File("jobs.db"), Time, options: new() { Reserve = 256 * 1024 });

    protected override void Abandon() => _folders.Push(_folders.Peek().CopyAsKilled());
}
