using Statute.Jobs;

namespace Statute.JobCases.Kills;

/// <summary>What the kills have left, one after the other.</summary>
internal sealed class Course
{
    private readonly HashSet<string> _interrupted = [];
    private readonly Dictionary<string, int> _found = [];
    private readonly HashSet<string> _untold = [];

    /// <summary>What was left last; null before the first kill.</summary>
    internal StoreSnapshot? Last { get; private set; }

    /// <summary>The jobs that some kill has hit while they ran.</summary>
    internal IReadOnlySet<string> Interrupted => _interrupted;

    /// <summary>Each job, and after how many kills it was there first.</summary>
    internal IReadOnlyDictionary<string, int> Found => _found;

    /// <summary>The jobs that were there after a kill, and that no answer had told by then.</summary>
    internal IReadOnlySet<string> Untold => _untold;

    internal int Kills { get; private set; }

    /// <summary>How many kills have hit a running job.</summary>
    internal int HitRunning { get; private set; }

    /// <summary>How many kills have left a job of which nobody was told.</summary>
    internal int HitAccepting { get; private set; }

    /// <summary>Those that the last kill has hit.</summary>
    internal IReadOnlyList<string> Orphans =>
        [.. Last?.Jobs.Where(job => job.Value.State == JobState.Running).Select(job => job.Key) ?? []];

    /// <returns>What is not as promised.</returns>
    internal IReadOnlyList<string> Kill(StoreSnapshot left, IReadOnlyList<Sending> sendings)
    {
        var faults = End(left, sendings);
        Kills++;
        foreach (var job in left.Jobs.Keys)
        {
            _found.TryAdd(job, Kills);
        }

        _interrupted.UnionWith(Orphans);
        HitRunning += Orphans.Count > 0 ? 1 : 0;

        // A request that nobody was there to take is without an answer too: what the store has, and nobody was told, was in flight.
        var untold = left.Jobs.Keys.Except(sendings.Select(sending => sending.Job!)).Except(_untold).ToList();
        _untold.UnionWith(untold);
        HitAccepting += untold.Count > 0 ? 1 : 0;
        return faults;
    }

    /// <summary>The same without a kill: the application has stopped.</summary>
    internal IReadOnlyList<string> End(StoreSnapshot left, IReadOnlyList<Sending> sendings)
    {
        var faults = Changed(left).Concat(Lost(left, sendings)).ToList();
        Last = left;
        return faults;
    }

    // What has ended has ended for good.
    private IEnumerable<string> Changed(StoreSnapshot left) =>
        from before in Last?.Jobs ?? []
        let now = left.Jobs.GetValueOrDefault(before.Key)
        where now == null || (before.Value.IsEnded && now != before.Value)
        select $"The job {before.Key} was {before.Value}, and is {now?.ToString() ?? "gone"} after the next kill.";

    private static IEnumerable<string> Lost(StoreSnapshot left, IReadOnlyList<Sending> sendings) =>
        from sending in sendings
        where sending.Job != null && !left.Jobs.ContainsKey(sending.Job)
        select $"The acknowledged job {sending.Job} of {sending.Submission} is not there.";
}
