using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>Opens the file of a store: finds out whether it is one, whether it is whole, and makes one where there is none.</summary>
internal sealed class StoreOpening(StoreFile file, ILogger log)
{
    private readonly string _path = file.Path;

    /// <returns>The connection that changes the file.</returns>
    /// <exception cref="JobStoreException">The file is no store, or damaged; it was not changed.</exception>
    internal SqliteConnection Open()
    {
        CheckBeforeSqlite();
        var connection = SqliteConnections.Open(_path, SqliteOpenMode.ReadWrite);
        try
        {
            connection.LeaveFilesOnClose(true);
            connection.Execute("pragma temp_store = memory; pragma cache_size = -16384");
            CheckIdentity(connection);
            CheckTrees(connection);
            connection.Execute("pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 0");
            if (IsNew(connection))
            {
                connection.Execute(SqliteSchema.Create);
            }

            EmptyLog(connection);
            connection.LeaveFilesOnClose(false);
            return connection;
        }
        catch (SqliteException fault) when (fault.IsDamage())
        {
            throw Damaged(fault.Message, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool IsNew(SqliteConnection connection) => (long)connection.Ask("pragma user_version") == 0;

    // SQLite takes an empty file for a new one, and what follows damage in its log for never written.
    private void CheckBeforeSqlite()
    {
        Span<byte> start = stackalloc byte[16];
        if (file.Length == 0 && BelongingFile() is { } belonging)
        {
            throw new JobStoreException($"The store of jobs '{_path}' is missing or empty, but '{belonging}' is there, which belongs to "
                + "it. Restore the store, or delete that file too, to begin with an empty one.");
        }

        if (file.Length > 0 && (file.Read(start, 0) < start.Length || !start.SequenceEqual("SQLite format 3\0"u8)))
        {
            throw BelongingFile() == null ? NotAStore("it is not a SQLite database") : Damaged("it does not begin as a SQLite database");
        }

        switch (WalFile.Find(_path))
        {
            case WalState.Whole:
                break;
            case WalState.TornAtTheEnd:
                log.HasTornEnd(_path);
                break;
            case WalState.Damaged:
                throw Damaged("transactions in its '-wal' cannot be read");
        }
    }

    private void CheckIdentity(SqliteConnection connection)
    {
        var version = (long)connection.Ask("pragma user_version");
        var isMarked = (long)connection.Ask("pragma application_id") == SqliteSchema.ApplicationId;
        var isEmpty = (long)connection.Ask("select count(*) from sqlite_schema") == 0;
        if (!isMarked && !isEmpty)
        {
            throw BelongingFile() == null ? NotAStore("it is another application's database") : Damaged("it bears another's mark");
        }

        if (version > SqliteSchema.Version)
        {
            throw new JobStoreException($"The store of jobs '{_path}' was written by a newer version: its tables are of version {version}, "
                + $"and this one knows {SqliteSchema.Version}. Use that version, or a copy of the file from before.");
        }
    }

    // Not its quick form, which takes two thirds of the time and leaves out the indexes: a job that none leads to is lost to its caller.
    private void CheckTrees(SqliteConnection connection)
    {
        var found = (string)connection.Ask("pragma integrity_check(1)");
        if (found != "ok")
        {
            throw Damaged(found, connection);
        }
    }

    // What a torn transaction left would otherwise stand behind what is written now, and look like damage later.
    private static void EmptyLog(SqliteConnection connection)
    {
        try
        {
            connection.Execute("pragma wal_checkpoint(truncate)");
        }
        catch (SqliteException fault) when (fault.IsFull())
        {
            // It is emptied when there is room.
        }
    }

    private string? BelongingFile() => new[] { Ballast.PathOf(_path), WalFile.PathOf(_path) }
        .FirstOrDefault(path => new FileInfo(path) is { Exists: true, Length: > 0 });

    private JobStoreException NotAStore(string why) =>
        new($"'{_path}' is no store of jobs: {why}. It was left as it is; name another file.");

    private JobStoreException Damaged(string why, SqliteConnection? connection = null)
    {
        // The copy is made while SQLite has the file: when it has let go of it, somebody else may take it.
        var copy = new DamagedCopy(file).Keep();
        connection?.Dispose();
        return new($"The store of jobs '{_path}' is damaged: {why.TrimEnd('.')}. It was left as it is; {copy}. Check the disk, then "
            + "move the file and those that belong to it (-wal, -shm, -ballast) away, and restore a backup, or begin with an empty store.");
    }
}
