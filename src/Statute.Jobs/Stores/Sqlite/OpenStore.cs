using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>What there is while a store is open.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly StoreFile _file;
    private readonly SqliteCommitter _committer;
    private readonly Ballast _ballast;

    private OpenStore(StoreFile file, SqliteConnection connection, SqliteJobStoreOptions options, StoreClock clock, ILogger log)
    {
        _file = file;
        _ballast = new(Ballast.PathOf(file.Path), options.Reserve);
        var room = new Room(_ballast, options.Reserve, file.Path, clock, log);
        room.Reserve();
        Live = new(file.Path, clock, room, log);
        Readers = new(file.Path);
        var (waiting, interrupted) = Continue();
        log.IsOpen(file.Path, waiting, interrupted);

        // What waits in the log must fit into the file on a full disk, with nothing but the ballast to make room for it.
        var pages = options.Reserve / 2 / (long)connection.Ask("pragma page_size");
        _committer = new(connection, file.Path, room, pages, log);
        Writer = new(_committer);
    }

    internal LiveJobs Live { get; }

    internal SqliteReaders Readers { get; }

    internal SqliteWriter Writer { get; }

    internal static OpenStore Open(string path, SqliteJobStoreOptions options, TimeProvider time, ILogger log)
    {
        SqliteLibrary.Demand(SqliteLibrary.Version);
        var file = StoreFile.Hold(path);
        SqliteConnection? connection = null;
        try
        {
            connection = new StoreOpening(file, log).Open();
            return new(file, connection, options, new(time), log);
        }
        catch (Exception fault)
        {
            connection?.Dispose();
            file.Dispose();
            throw fault is SqliteException or IOException
                ? new JobStoreException($"The store of jobs '{path}' cannot be opened: {fault.Message}", fault)
                : fault;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Live.Dispose();
        Readers.Dispose();
        await Writer.CloseAsync();
        _committer.NoteAge(Live.Clock.Age);
        _committer.Dispose();
        _ballast.Dispose();

        // The last: while SQLite has the file, nobody else may.
        _file.Dispose();
    }

    // All claims of the process before are free at once, and no job is younger than it was.
    private (long Waiting, int Interrupted) Continue() => Readers.Read(Live, static (tables, live) =>
    {
        live.Clock.Continue(Math.Max(tables.Store.Age, tables.Jobs.LatestEnd()));
        var running = tables.Jobs.Running();
        foreach (var row in running.Select(seq => live.Readable(seq, tables)).OfType<JobRow>())
        {
            live.Leases.Add(row, TimeSpan.Zero);
        }

        return (tables.Jobs.CountWaiting(), running.Count);
    });
}
