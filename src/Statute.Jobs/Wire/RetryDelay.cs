namespace Statute.Jobs.Wire;

/// <summary>After what time to ask for a job again: the older it is the later, and not all at once.</summary>
internal static class RetryDelay
{
    private static readonly (TimeSpan Age, int Seconds)[] Steps =
    [
        (TimeSpan.FromSeconds(5), 1), (TimeSpan.FromSeconds(15), 2), (TimeSpan.FromMinutes(1), 5), (TimeSpan.FromMinutes(5), 10),
    ];

    private const int Longest = 30;

    /// <summary>Whole seconds, with up to half as much again by chance; null for a job that has ended.</summary>
    internal static int? Of(Job job, DateTimeOffset now) =>
        job.IsEnded ? null : Seconds(now - job.CreatedAt) is var seconds ? seconds + Random.Shared.Next((seconds / 2) + 1) : null;

    private static int Seconds(TimeSpan age)
    {
        foreach (var (below, seconds) in Steps)
        {
            if (age < below)
            {
                return seconds;
            }
        }

        return Longest;
    }
}
