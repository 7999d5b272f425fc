using SQLitePCL;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>Which SQLite the process has.</summary>
internal static class SqliteLibrary
{
    // Older ones have a race that damages a file in WAL mode (https://sqlite.org/wal.html#walresetbug).
    private const int Oldest = 3_051_003;

    /// <summary>Its version, as the number that SQLite calls itself by: 3.51.3 is 3051003.</summary>
    internal static int Version
    {
        get
        {
            Batteries_V2.Init();
            return raw.sqlite3_libversion_number();
        }
    }

    /// <exception cref="JobStoreException">It is too old.</exception>
    internal static void Demand(int version)
    {
        if (version < Oldest)
        {
            throw new JobStoreException(
                $"SQLite {Dotted(version)} can damage a store of jobs: versions before {Dotted(Oldest)} have a race in WAL mode. Refer to "
                + "the package SQLitePCLRaw.lib.e_sqlite3 in version 2.1.13 or newer.");
        }
    }

    private static string Dotted(int version) => $"{version / 1_000_000}.{version / 1_000 % 1_000}.{version % 1_000}";
}
