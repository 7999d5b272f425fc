using Microsoft.Extensions.Logging;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Running;

/// <summary>
/// Renews the claim of a run at a third of its lease. A run whose claim is lost, or could not be renewed in time, is stopped: the job may
/// be somebody else's.
/// </summary>
internal sealed class JobHeartbeat : IAsyncDisposable
{
    private const int BeatsOfALease = 3;

    private readonly JobRun _run;
    private readonly IJobStore _store;
    private readonly TimeSpan _lease;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ended = new();
    private readonly PeriodicTimer _beat;
    private readonly ITimer _deadline;
    private readonly Task _beating;
    private long _renewed;

    internal JobHeartbeat(JobRun run, IJobStore store, TimeSpan lease, TimeProvider time, ILogger logger)
    {
        _run = run;
        _store = store;
        _lease = lease;
        _time = time;
        _logger = logger;
        _beat = new PeriodicTimer(lease / BeatsOfALease, time);
        _deadline = time.CreateTimer(static run => ((JobRun)run!).Stop(RunEnd.LeaseLost), run, lease, Timeout.InfiniteTimeSpan);
        _renewed = time.GetTimestamp();
        _beating = BeatOnAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _beating;
        await _deadline.DisposeAsync();
        _beat.Dispose();
        _ended.Dispose();
    }

    /// <summary>Renews the claim once.</summary>
    internal async Task BeatAsync()
    {
        try
        {
            await RenewAsync();
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The run has ended.
        }
        catch (Exception e)
        {
            _logger.StoreFailed(e);
        }
    }

    private async Task BeatOnAsync()
    {
        try
        {
            while (_run.End != RunEnd.LeaseLost && await _beat.WaitForNextTickAsync(_ended.Token))
            {
                await BeatAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }

    private async Task RenewAsync()
    {
        var asked = _time.GetTimestamp();
        if (_time.GetElapsedTime(_renewed, asked) >= _lease)
        {
            // The process has stood still. A run that is told to end must not keep the job from the one that begins it again.
            _run.Stop(RunEnd.LeaseLost);
            return;
        }

        switch (await _store.RenewAsync(_run.Claim, _lease, _ended.Token))
        {
            case JobLease.Held:
                break;
            case JobLease.CancelRequested:
                _run.Stop(RunEnd.Canceled);
                break;
            case JobLease.Lost:
                _run.Stop(RunEnd.LeaseLost);
                return;
        }

        // Counted from the question: the store may have written it down then.
        _renewed = asked;
        var left = _lease - _time.GetElapsedTime(asked);
        _deadline.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
