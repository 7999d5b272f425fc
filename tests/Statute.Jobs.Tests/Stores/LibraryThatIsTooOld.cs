using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.Jobs.Tests.Stores;

public sealed class LibraryThatIsTooOld
{
    [Theory]
    [InlineData(3_040_001, "3.40.1")]
    [InlineData(3_051_002, "3.51.2")]
    public void IsRefusedWithItsVersionAndTheCure(int version, string said)
    {
        var refused = Assert.Throws<JobStoreException>(() => SqliteLibrary.Demand(version));
        Assert.StartsWith($"SQLite {said} can damage a store of jobs: versions before 3.51.3 have a race in WAL mode.", refused.Message);
        Assert.Contains("SQLitePCLRaw.lib.e_sqlite3", refused.Message);
    }

    [Fact]
    public void IsNotThatOfThisPackage()
    {
        SqliteLibrary.Demand(3_051_003);
        SqliteLibrary.Demand(SqliteLibrary.Version);
    }
}
