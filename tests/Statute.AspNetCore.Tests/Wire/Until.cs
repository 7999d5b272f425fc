namespace Statute.AspNetCore.Tests.Wire;

/// <summary>Waits for a condition that another thread makes true.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal static async Task TrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!condition())
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }
}
