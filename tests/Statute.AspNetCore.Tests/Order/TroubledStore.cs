using Statute.Jobs;
using Statute.Jobs.Stores;

namespace Statute.AspNetCore.Tests.Order;

/// <summary>A store as it is when the disk is full, or a process has died under a job, without either.</summary>
internal sealed class TroubledStore(IJobStore store) : IJobStore
{
    private readonly SemaphoreSlim _claiming = new(1, 1);

    internal bool IsFull { get; set; }

    /// <summary>A full store still knows its keys and targets. What it would have taken is gone again before anybody claims it.</summary>
    public async Task<JobAcceptance> AcceptAsync(NewJob job, CancellationToken cancel)
    {
        if (!IsFull)
        {
            return await store.AcceptAsync(job, cancel);
        }

        await _claiming.WaitAsync(cancel);
        try
        {
            var accepted = await store.AcceptAsync(job, cancel);
            if (accepted.Kind != JobAcceptanceKind.Accepted)
            {
                return accepted;
            }

            await store.CancelAsync(job.Id, cancel);
            await store.ForgetAsync(job.Id, cancel);
            throw new JobStoreFullException("The test says so.");
        }
        finally
        {
            _claiming.Release();
        }
    }

    public async Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel)
    {
        await _claiming.WaitAsync(cancel);
        try
        {
            var claimed = await store.ClaimAsync(lease, cancel);
            return claimed?.Job.Target.Contains("outcome=interrupted", StringComparison.Ordinal) == true
                ? claimed with { Job = claimed.Job with { Attempts = claimed.Job.Attempts + 1 } }
                : claimed;
        }
        finally
        {
            _claiming.Release();
        }
    }

    public Task OpenAsync(CancellationToken cancel) => store.OpenAsync(cancel);

    public Task<JobLease> RenewAsync(JobClaim claim, TimeSpan lease, CancellationToken cancel) => store.RenewAsync(claim, lease, cancel);

    public Task<bool> CompleteAsync(JobClaim claim, JobOutcome outcome, CancellationToken cancel) =>
        store.CompleteAsync(claim, outcome, cancel);

    public Task<bool> HandBackAsync(JobClaim claim, CancellationToken cancel) => store.HandBackAsync(claim, cancel);

    public Task<Job?> FindAsync(JobId id, CancellationToken cancel) => store.FindAsync(id, cancel);

    public Task<ReadOnlyMemory<byte>?> FindAnswerAsync(JobId id, CancellationToken cancel) => store.FindAnswerAsync(id, cancel);

    public Task<IReadOnlyList<Job>> ListAsync(JobQuery query, CancellationToken cancel) => store.ListAsync(query, cancel);

    public Task<Job?> CancelAsync(JobId id, CancellationToken cancel) => store.CancelAsync(id, cancel);

    public Task<Job?> ForgetAsync(JobId id, CancellationToken cancel) => store.ForgetAsync(id, cancel);

    public Task<int> SweepAsync(TimeSpan retention, CancellationToken cancel) => store.SweepAsync(retention, cancel);

    public Task WaitForWorkAsync(CancellationToken cancel) => store.WaitForWorkAsync(cancel);

    public Task WaitForEndAsync(JobId id, CancellationToken cancel) => store.WaitForEndAsync(id, cancel);

    public async ValueTask DisposeAsync()
    {
        _claiming.Dispose();
        await store.DisposeAsync();
    }
}
