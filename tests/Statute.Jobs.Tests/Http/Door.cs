namespace Statute.Jobs.Tests.Http;

/// <summary>Where a handler stands until the test lets it through.</summary>
internal sealed class Door
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first handler stands here.</summary>
    internal Task Reached => _reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

    internal bool IsReached => _reached.Task.IsCompleted;

    internal void Open() => _open.TrySetResult();

    internal async Task PassAsync(CancellationToken cancel = default)
    {
        _reached.TrySetResult();
        await _open.Task.WaitAsync(cancel);
    }
}
