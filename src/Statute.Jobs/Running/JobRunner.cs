using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Running;

/// <summary>
/// Claims jobs and runs them, a bounded number at a time, for as long as the application runs. When it stops, nothing more is claimed;
/// what runs is waited for, then told to end, and handed back where it may begin again.
/// </summary>
internal sealed class JobRunner(
    IJobStore store,
    JobExecutor executor,
    RunningJobs running,
    JobHeartbeat heartbeat,
    IOptions<JobOptions> options,
    IOptions<HostOptions> host,
    TimeProvider time,
    ILogger<JobRunner> logger)
    : IHostedLifecycleService, IDisposable
{
    /// <summary>How long to leave a store alone that has failed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly JobOptions _options = options.Value;
    private readonly SemaphoreSlim _places = new(options.Value.MaxRunning, options.Value.MaxRunning);
    private readonly WorkerThreads _threads = new(options.Value.MaxRunning);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _giveUp = new();
    private Task _claiming = Task.CompletedTask;
    private Task _ending = Task.CompletedTask;

    /// <summary>Before anybody listens: what was accepted must be found by the first request.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => store.OpenAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_options.StopTimeout >= host.Value.ShutdownTimeout)
        {
            logger.StopTimeoutTooLong(_options.StopTimeout, host.Value.ShutdownTimeout);
        }

        return Task.CompletedTask;
    }

    /// <summary>Not earlier: the jobs run through the application's pipeline, which is built by now.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        heartbeat.Start();
        // What a job runs in is not the start of the application.
        using (ExecutionContext.SuppressFlow())
        {
            _claiming = Task.Run(ClaimAsync, CancellationToken.None);
        }

        return Task.CompletedTask;
    }

    /// <summary>Jobs are told while the server still waits for its requests, and not by what these leave of the host's patience.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _ending = EndAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(_ending, Task.Delay(Timeout.Infinite, cancellationToken));
        await _giveUp.CancelAsync();
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _stopping.Dispose();
        _giveUp.Dispose();
        _places.Dispose();
        _threads.Dispose();
    }

    private async Task ClaimAsync()
    {
        var stopping = _stopping.Token;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await _places.WaitAsync(stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (await NextAsync(stopping) is { } run)
            {
                // Not on this thread: a handler may do much before it first waits.
                _threads.Begin(() => _ = RunAsync(run));
            }
            else
            {
                _places.Release();
            }
        }
    }

    /// <summary>The next job, when there is one; null where the application stops, or the store has failed.</summary>
    private async Task<JobRun?> NextAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                // Not given up half way: a claim that nobody knows of would hold until its lease ends.
                var asked = time.GetTimestamp();
                if (await store.ClaimAsync(_options.Lease, CancellationToken.None) is { } claimed)
                {
                    return new JobRun(claimed) { RenewedAt = asked, AskedAt = asked };
                }

                await store.WaitForWorkAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nothing is claimed any more.
        }
        catch (Exception e)
        {
            await PauseAsync(e, stopping);
        }

        return null;
    }

    private async Task RunAsync(JobRun run)
    {
        try
        {
            running.Add(run);
            // What was said of the job before it was among those that run, it is told now.
            await heartbeat.BeatAsync(run);
            if (_stopping.IsCancellationRequested)
            {
                await store.HandBackAsync(run.Claim, wasBegun: false, CancellationToken.None);
                return;
            }

            var outcome = await executor.ExecuteAsync(run);
            await RecordAsync(run, outcome);
        }
        catch (Exception e)
        {
            // The claim ends with its lease, and the job is looked at again then.
            logger.RunFailed(e, run.Claim.Id);
        }
        finally
        {
            running.Remove(run);
            _places.Release();
        }
    }

    /// <summary>Writes down how the run has ended, as soon as the store can: the handler has done its work.</summary>
    private async Task RecordAsync(JobRun run, JobOutcome? outcome)
    {
        while (run.End != RunEnd.LeaseLost)
        {
            try
            {
                var isRecorded = outcome is null
                    ? await store.HandBackAsync(run.Claim, run.HasBegun, CancellationToken.None)
                    : await store.CompleteAsync(run.Claim, outcome, CancellationToken.None);
                Log(run, outcome, isRecorded);
                return;
            }
            catch (JobStoreException e) when (!_giveUp.IsCancellationRequested)
            {
                await PauseAsync(e, _giveUp.Token);
            }
        }

        logger.LeaseLost(run.Claim.Id);
    }

    private void Log(JobRun run, JobOutcome? outcome, bool isRecorded)
    {
        if (!isRecorded)
        {
            logger.LeaseLost(run.Claim.Id);
        }
        else if (outcome is null)
        {
            logger.HandedBack(run.Claim.Id);
        }
        else
        {
            logger.Ended(run.Claim.Id, outcome.State, outcome.Status, outcome.CountsAttempt ? run.Attempt : run.Attempt - 1);
        }
    }

    /// <summary>Waits for the jobs that run; those that take too long are told to end.</summary>
    private async Task EndAsync()
    {
        var patience = Task.Delay(_options.StopTimeout, time, _giveUp.Token);
        await _claiming;
        var ended = EveryPlaceAsync();
        if (await Task.WhenAny(ended, patience) != ended)
        {
            running.Stop();
            await ended;
        }
    }

    /// <summary>Ends when no job runs any more.</summary>
    private async Task EveryPlaceAsync()
    {
        for (var i = 0; i < _options.MaxRunning; i++)
        {
            await _places.WaitAsync();
        }
    }

    private async Task PauseAsync(Exception fault, CancellationToken cancel)
    {
        // That there is no room a store says by itself, and once.
        if (fault is not JobStoreFullException)
        {
            logger.StoreFailed(fault);
        }

        try
        {
            await Task.Delay(Pause, time, cancel);
        }
        catch (OperationCanceledException)
        {
            // The caller looks by itself.
        }
    }
}
