using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.Jobs.Tests.Stores;

/// <summary>A store in a file of its own.</summary>
internal sealed class SqliteStoreUnderTest : StoreUnderTest
{
    private readonly TemporaryFolder _folder = new();
    private string _name = "jobs.db";

    internal string File => Path.Combine(_folder.Path, _name);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override IJobStore Make() => new SqliteJobStore(File, Time);

    // A file that is copied while nobody writes is what a kill leaves: the system keeps what was written.
    protected override void Abandon()
    {
        var killed = _name;
        _name += "-killed";
        foreach (var file in Directory.GetFiles(_folder.Path, killed + "*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            System.IO.File.Copy(file, file.Replace(killed, _name, StringComparison.Ordinal));
        }
    }
}
