namespace Statute.JobCases.Kills;

/// <summary>What a run has hit. One that hits nothing proves nothing.</summary>
internal sealed record Aim
{
    /// <summary>So many kills are needed for a share to say something.</summary>
    private const int FewestKills = 20;

    internal required int Kills { get; init; }

    /// <summary>How many kills have hit a running job.</summary>
    internal required int HitRunning { get; init; }

    /// <summary>How many kills have left a job of which nobody was told.</summary>
    internal required int HitAccepting { get; init; }

    /// <summary>How many such jobs a repeat with their key has found.</summary>
    internal required int FoundAgain { get; init; }

    /// <summary>How many answers said that their job was there before.</summary>
    internal required int Replayed { get; init; }

    /// <summary>How many requests were sent while another with the same key was under way, and were answered.</summary>
    internal required int Parallel { get; init; }

    /// <summary>How many requests were refused because their key was another's.</summary>
    internal required int Misused { get; init; }

    /// <summary>How many jobs without a key were interrupted.</summary>
    internal required int InterruptedKeyless { get; init; }

    internal static Aim Of(Course course, IReadOnlyList<Sending> sendings)
    {
        var told = sendings.Where(sending => sending.Job != null).Select(sending => sending.Job!).ToHashSet();
        var keyless = sendings.Where(sending => sending.Submission.Key == null).Select(sending => sending.Tag).ToHashSet();
        return new()
        {
            Kills = course.Kills,
            HitRunning = course.HitRunning,
            HitAccepting = course.HitAccepting,
            FoundAgain = course.Untold.Count(told.Contains),
            Replayed = sendings.Count(sending => sending.SaysReplayed),
            Parallel = sendings.Where(sending => sending.Job != null).GroupBy(sending => sending.Tag).Sum(same => Overlaps([.. same])),
            Misused = sendings.Count(sending => sending is { Submission.MisusesKey: true, Reply: not null }),
            InterruptedKeyless = course.Interrupted.Count(job => keyless.Contains(course.Last!.Jobs[job].Tag)),
        };
    }

    /// <returns>What was hit too seldom. The shares are far below what chance leaves: docs/jobs.md has what runs show.</returns>
    internal IEnumerable<string> Faults()
    {
        if (Kills < FewestKills)
        {
            return [];
        }

        (int Hits, double Fewest, string What)[] aims =
        [
            (HitRunning, 0.75 * Kills, "kills hit a running job"),
            (HitAccepting, 0.05 * Kills, "kills left a job whose 202 never came"),
            (FoundAgain, 0.05 * Kills, "jobs whose 202 never came were told to a repeat"),
            (Replayed, 5 * Kills, "answers said that their job was there before"),
            (Parallel, 2 * Kills, "requests were sent beside another with their key"),
            (Misused, Kills, "requests used the key of another"),
            (InterruptedKeyless, Kills, "jobs without a key were interrupted"),
        ];
        return aims.Where(aim => aim.Hits < aim.Fewest).Select(aim => $"Too few for {Kills} kills: {aim.Hits} {aim.What}.");
    }

    private static int Overlaps(IReadOnlyList<Sending> same) =>
        same.Count(one => same.Any(other => other != one && other.Sent < one.Sent && one.Sent < other.Ended));
}
