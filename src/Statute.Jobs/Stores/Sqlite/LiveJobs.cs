namespace Statute.Jobs.Stores.Sqlite;

/// <summary>What a store knows beside its file, and a process takes with it when it ends.</summary>
internal sealed class LiveJobs : IDisposable
{
    internal LiveJobs(StoreClock clock)
    {
        Clock = clock;
        Leases = new(clock, Work.Raise);
    }

    internal StoreClock Clock { get; }

    internal Leases Leases { get; }

    internal WorkSignal Work { get; } = new();

    internal EndSignals Ends { get; } = new();

    public void Dispose() => Leases.Dispose();
}
