namespace Statute.AspNetCore.Tests.Order;

/// <summary>Handlers that do not end before a test lets them.</summary>
public sealed class HeldUpHandlers
{
    internal const string Outcome = "hold";

    private TaskCompletionSource _passing = new();

    internal Task PassAsync(string? outcome) => outcome == Outcome ? _passing.Task : Task.CompletedTask;

    /// <summary>Lets them end. Those that come from now on are held up again.</summary>
    internal void Release() => Interlocked.Exchange(ref _passing, new TaskCompletionSource()).SetResult();
}
