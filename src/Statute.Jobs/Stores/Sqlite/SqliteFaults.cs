using Microsoft.Data.Sqlite;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>What SQLite's result codes mean for a store (https://sqlite.org/rescode.html).</summary>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;
    private const int WriteFailed = 778;
    private const int SyncFailed = 1034;
    private const int FolderSyncFailed = 1290;
    private const int SharedMemoryNotGrown = 4874;

    /// <summary>
    /// No room. A quota or a limit of the file's size is told as a failed write; a disk that fails for good is too, and is then as full
    /// as it can be.
    /// </summary>
    internal static bool IsFull(this SqliteException fault) =>
        fault.SqliteErrorCode == Full || fault.SqliteExtendedErrorCode is WriteFailed or SharedMemoryNotGrown;

    /// <summary>Another process writes to the file, for longer than is waited.</summary>
    internal static bool IsBusy(this SqliteException fault) => fault.SqliteErrorCode == Busy;

    /// <summary>The file is not what it was.</summary>
    internal static bool IsDamage(this SqliteException fault) => fault.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>
    /// Nothing may be written any more by this process. After a failed sync nobody knows what is on the disk, and the next sync may
    /// succeed without having written it.
    /// </summary>
    internal static bool IsForGood(this SqliteException fault) =>
        fault.IsDamage() || fault.SqliteExtendedErrorCode is SyncFailed or FolderSyncFailed;
}
