using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>What there is while a store is open.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly StoreFile _file;
    private readonly FileSizeLimit _limit;
    private readonly SqliteCommitter _committer;

    private OpenStore(StoreFile file, FileSizeLimit limit, SqliteCommitter committer, SqliteReaders readers, LiveJobs live)
    {
        _file = file;
        _limit = limit;
        _committer = committer;
        Readers = readers;
        Live = live;
        Writer = new(committer);
    }

    internal LiveJobs Live { get; }

    internal SqliteReaders Readers { get; }

    internal SqliteWriter Writer { get; }

    internal static OpenStore Open(string path, SqliteJobStoreOptions options, TimeProvider time, ILogger log)
    {
        SqliteLibrary.Demand(SqliteLibrary.Version);
        var opened = new Stack<IDisposable>();
        try
        {
            var limit = Keep(opened, new FileSizeLimit());
            var file = Keep(opened, StoreFile.Hold(path));
            var ballast = new Ballast(path, options.Reserve);
            var connection = Keep(opened, Connect(file, ballast, log));
            var clock = new StoreClock(time);
            var room = new Room(ballast, options.Reserve, path, clock, log);
            var live = Keep(opened, new LiveJobs(path, clock, room, log));
            var readers = Keep(opened, new SqliteReaders(path));

            room.Reserve();
            var (waiting, interrupted) = readers.Read(live, Continue);
            log.IsOpen(path, waiting, interrupted);
            return new(file, limit, new(connection, path, room, CheckpointPages(connection, options), log), readers, live);
        }
        catch (Exception fault)
        {
            while (opened.TryPop(out var part))
            {
                part.Dispose();
            }

            throw fault is SqliteException or IOException or UnauthorizedAccessException
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

        // The last: while SQLite has the file, nobody else may.
        _file.Dispose();
        _limit.Dispose();
    }

    private static T Keep<T>(Stack<IDisposable> opened, T part) where T : IDisposable
    {
        opened.Push(part);
        return part;
    }

    // On a disk that is full to the last byte SQLite cannot even open a file.
    private static SqliteConnection Connect(StoreFile file, Ballast ballast, ILogger log)
    {
        while (true)
        {
            try
            {
                return new StoreOpening(file, log).Open();
            }
            catch (SqliteException fault) when (fault.IsFull() && ballast.Release())
            {
                // There is a little more room now.
            }
        }
    }

    // What waits in the log must fit into the file on a full disk, with nothing but the ballast to make room for it.
    private static long CheckpointPages(SqliteConnection connection, SqliteJobStoreOptions options) =>
        options.Reserve / 2 / (long)connection.Ask("pragma page_size");

    // All claims of the process before are free at once, and no job is younger than it was.
    private static (long Waiting, int Interrupted) Continue(SqliteTables tables, LiveJobs live)
    {
        live.Clock.Continue(Math.Max(tables.Store.Age, tables.Jobs.LatestEnd()));
        var running = tables.Jobs.Running();
        foreach (var row in running.Select(seq => live.Readable(seq, tables)).OfType<JobRow>())
        {
            live.Leases.Add(row, TimeSpan.Zero);
        }

        return (tables.Jobs.CountWaiting(), running.Count);
    }
}
