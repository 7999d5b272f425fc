using Statute.Jobs;
using Statute.Jobs.Stores;

namespace Statute.AspNetCore.Tests.Stores;

/// <summary>A store in front of another. It hands everything on, except what a store that is made of it does otherwise.</summary>
internal abstract class OuterStore(IJobStore inner) : IJobStore
{
    public virtual Task OpenAsync(CancellationToken cancel) => inner.OpenAsync(cancel);

    public virtual Task<JobAcceptance> AcceptAsync(NewJob job, CancellationToken cancel) => inner.AcceptAsync(job, cancel);

    public virtual Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel) => inner.ClaimAsync(lease, cancel);

    public virtual Task<JobLease> RenewAsync(JobClaim claim, TimeSpan lease, CancellationToken cancel) =>
        inner.RenewAsync(claim, lease, cancel);

    public virtual Task<bool> CompleteAsync(JobClaim claim, JobOutcome outcome, CancellationToken cancel) =>
        inner.CompleteAsync(claim, outcome, cancel);

    public virtual Task<bool> HandBackAsync(JobClaim claim, CancellationToken cancel) => inner.HandBackAsync(claim, cancel);

    public virtual Task<Job?> FindAsync(JobId id, CancellationToken cancel) => inner.FindAsync(id, cancel);

    public virtual Task<ReadOnlyMemory<byte>?> FindAnswerAsync(JobId id, CancellationToken cancel) => inner.FindAnswerAsync(id, cancel);

    public virtual Task<IReadOnlyList<Job>> ListAsync(JobQuery query, CancellationToken cancel) => inner.ListAsync(query, cancel);

    public virtual Task<Job?> CancelAsync(JobId id, CancellationToken cancel) => inner.CancelAsync(id, cancel);

    public virtual Task<Job?> ForgetAsync(JobId id, CancellationToken cancel) => inner.ForgetAsync(id, cancel);

    public virtual Task<int> SweepAsync(TimeSpan retention, CancellationToken cancel) => inner.SweepAsync(retention, cancel);

    public virtual Task WaitForWorkAsync(CancellationToken cancel) => inner.WaitForWorkAsync(cancel);

    public virtual Task WaitForEndAsync(JobId id, CancellationToken cancel) => inner.WaitForEndAsync(id, cancel);

    public virtual ValueTask DisposeAsync() => inner.DisposeAsync();
}
