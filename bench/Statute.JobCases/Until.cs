using System.Diagnostics;

namespace Statute.JobCases;

/// <summary>Waits for a condition that another process makes true.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>False where patience has ended before.</summary>
    internal static async Task<bool> IsTrueAsync(Func<bool> condition)
    {
        for (var clock = Stopwatch.StartNew(); !condition();)
        {
            if (clock.Elapsed > Patience)
            {
                return false;
            }

            await Task.Delay(20);
        }

        return true;
    }

    /// <exception cref="InvalidOperationException">Patience has ended; the message is the statement.</exception>
    internal static async Task TrueAsync(Func<bool> condition, string statement) =>
        Demand.That(await IsTrueAsync(condition), $"{statement} within {Patience.TotalMinutes} minutes");
}
