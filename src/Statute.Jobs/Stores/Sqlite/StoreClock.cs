namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// The times of a store. What a job shows comes from the wall clock; what is decided by time (leases, retention) comes from a clock that
/// does not jump. The store's age is the time for which it has been open, over all its processes: where it cannot know for how long it
/// was closed, it takes that for nothing, because too late harms nobody and too early does.
/// </summary>
internal sealed class StoreClock(TimeProvider time)
{
    private readonly long _opened = time.GetTimestamp();
    private long _ageAtOpening;

    internal TimeProvider Provider => time;

    /// <summary>Now by the wall, to the millisecond that is stored.</summary>
    internal DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The time since the store was opened.</summary>
    internal TimeSpan Elapsed => time.GetElapsedTime(_opened);

    /// <summary>The age in milliseconds.</summary>
    internal long Age => _ageAtOpening + (long)Elapsed.TotalMilliseconds;

    /// <summary>Goes on where the store stood when it was last used.</summary>
    internal void Continue(long age) => _ageAtOpening = age;
}
