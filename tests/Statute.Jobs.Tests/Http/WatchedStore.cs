using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>A store that says of claims what the test wants, and counts what it is asked.</summary>
internal sealed class WatchedStore(IJobStore store) : IJobStore
{
    private int _renewed;
    private int _completed;

    /// <summary>What it says of claims instead of what is so.</summary>
    internal JobLease? Lease { get; set; }

    /// <summary>Whether renewing and completing fail.</summary>
    internal bool Fails { get; set; }

    internal int Renewed => Volatile.Read(ref _renewed);

    internal int Completed => Volatile.Read(ref _completed);

    public Task<JobLease> RenewAsync(JobClaim claim, TimeSpan lease, CancellationToken cancel)
    {
        Interlocked.Increment(ref _renewed);
        return Fails ? throw new JobStoreException("The test says so.")
            : Lease is { } told ? Task.FromResult(told)
            : store.RenewAsync(claim, lease, cancel);
    }

    public async Task<bool> CompleteAsync(JobClaim claim, JobOutcome outcome, CancellationToken cancel)
    {
        if (Fails)
        {
            throw new JobStoreException("The test says so.");
        }

        Interlocked.Increment(ref _completed);
        return await store.CompleteAsync(claim, outcome, cancel);
    }

    public Task OpenAsync(CancellationToken cancel) => store.OpenAsync(cancel);

    public Task<JobAcceptance> AcceptAsync(NewJob job, CancellationToken cancel) => store.AcceptAsync(job, cancel);

    public Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel) => store.ClaimAsync(lease, cancel);

    public Task<bool> HandBackAsync(JobClaim claim, CancellationToken cancel) => store.HandBackAsync(claim, cancel);

    public Task<Job?> FindAsync(JobId id, CancellationToken cancel) => store.FindAsync(id, cancel);

    public Task<ReadOnlyMemory<byte>?> FindAnswerAsync(JobId id, CancellationToken cancel) => store.FindAnswerAsync(id, cancel);

    public Task<IReadOnlyList<Job>> ListAsync(JobQuery query, CancellationToken cancel) => store.ListAsync(query, cancel);

    public Task<Job?> CancelAsync(JobId id, CancellationToken cancel) => store.CancelAsync(id, cancel);

    public Task<Job?> ForgetAsync(JobId id, CancellationToken cancel) => store.ForgetAsync(id, cancel);

    public Task<int> SweepAsync(TimeSpan retention, CancellationToken cancel) => store.SweepAsync(retention, cancel);

    public Task WaitForWorkAsync(CancellationToken cancel) => store.WaitForWorkAsync(cancel);

    public Task WaitForEndAsync(JobId id, CancellationToken cancel) => store.WaitForEndAsync(id, cancel);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
