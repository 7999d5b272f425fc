using System.Diagnostics;

namespace Statute.JobCases;

/// <summary>Waits for a condition that another process makes true.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    internal static async Task TrueAsync(Func<bool> condition)
    {
        for (var clock = Stopwatch.StartNew(); !condition();)
        {
            Demand.That(clock.Elapsed < Patience, "something becomes true before patience ends");
            await Task.Delay(20);
        }
    }
}
