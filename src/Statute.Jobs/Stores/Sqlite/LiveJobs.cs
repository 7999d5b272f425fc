using Microsoft.Extensions.Logging;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>What a store knows beside its file, and a process takes with it when it ends.</summary>
internal sealed class LiveJobs : IDisposable
{
    private readonly HashSet<long> _damaged = [];
    private readonly string _path;
    private readonly ILogger _log;

    internal LiveJobs(string path, StoreClock clock, Room room, ILogger log)
    {
        _path = path;
        _log = log;
        Clock = clock;
        Room = room;
        Leases = new(clock, Work.Raise);
    }

    internal StoreClock Clock { get; }

    internal Room Room { get; }

    internal Leases Leases { get; }

    internal WorkSignal Work { get; } = new();

    internal EndSignals Ends { get; } = new();

    /// <summary>A row; null where it is damaged: then it is left as it is, and must not stand in the way of others.</summary>
    internal JobRow? Readable(long seq, SqliteTables tables)
    {
        try
        {
            return tables.Jobs.BySeq(seq);
        }
        catch (JobStoreException damage)
        {
            NoteDamage(seq, damage);
            return null;
        }
    }

    /// <summary>Tells of a damaged row, once.</summary>
    internal void NoteDamage(long seq, JobStoreException damage)
    {
        lock (_damaged)
        {
            if (!_damaged.Add(seq))
            {
                return;
            }
        }

        _log.HasDamagedJob(_path, damage);
    }

    public void Dispose() => Leases.Dispose();
}
