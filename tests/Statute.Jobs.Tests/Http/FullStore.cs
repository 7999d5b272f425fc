using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>A store that has no room for new jobs when the test says so.</summary>
internal sealed class FullStore(IJobStore store) : IJobStore
{
    private int _refusedClaims;

    internal bool IsFull { get; set; }

    /// <summary>How many who came for a job were sent away.</summary>
    internal int RefusedClaims => Volatile.Read(ref _refusedClaims);

    public Task<JobAcceptance> AcceptAsync(NewJob job, CancellationToken cancel) =>
        IsFull ? throw new JobStoreFullException("The test says so.") : store.AcceptAsync(job, cancel);

    public Task OpenAsync(CancellationToken cancel) => store.OpenAsync(cancel);

    public Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel)
    {
        if (!IsFull)
        {
            return store.ClaimAsync(lease, cancel);
        }

        Interlocked.Increment(ref _refusedClaims);
        throw new JobStoreFullException("The test says so.");
    }

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

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
