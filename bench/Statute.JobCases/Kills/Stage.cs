namespace Statute.JobCases.Kills;

/// <summary>Where the application is at the moment, if it is.</summary>
internal sealed class Stage
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The address; waits while there is none. Null when the senders are to go home.</summary>
    internal Task<Uri?> AddressAsync()
    {
        lock (_gate)
        {
            return _address.Task;
        }
    }

    internal void Open(Uri address)
    {
        lock (_gate)
        {
            _address.SetResult(address);
        }
    }

    internal void Close()
    {
        lock (_gate)
        {
            _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    internal void End()
    {
        lock (_gate)
        {
            _address.TrySetResult(null);
            _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _address.SetResult(null);
        }
    }
}
