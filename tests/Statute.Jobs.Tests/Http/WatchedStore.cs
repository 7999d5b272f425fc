using Statute.AspNetCore.Tests.Stores;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>A store that says of claims what the test wants, and counts what it is asked.</summary>
internal sealed class WatchedStore(IJobStore inner) : OuterStore(inner)
{
    private int _renewed;
    private int _renewedByThePool;
    private int _completed;

    /// <summary>What it says of claims instead of what is so.</summary>
    internal JobLease? Lease { get; set; }

    /// <summary>Whether renewing and completing fail.</summary>
    internal bool Fails { get; set; }

    /// <summary>Whether somebody cancels each job at the moment when it is claimed.</summary>
    internal bool IsCanceledWhenClaimed { get; set; }

    internal int Renewed => Volatile.Read(ref _renewed);

    internal int RenewedByThePool => Volatile.Read(ref _renewedByThePool);

    internal int Completed => Volatile.Read(ref _completed);

    public override async Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel)
    {
        var claimed = await base.ClaimAsync(lease, cancel);
        if (claimed is not null && IsCanceledWhenClaimed)
        {
            await CancelAsync(claimed.Job.Id, cancel);
        }

        return claimed;
    }

    public override Task<JobLease> RenewAsync(JobClaim claim, TimeSpan lease, CancellationToken cancel)
    {
        Interlocked.Increment(ref _renewed);
        Interlocked.Add(ref _renewedByThePool, Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
        return Fails ? throw new JobStoreException("The test says so.")
            : Lease is { } told ? Task.FromResult(told)
            : base.RenewAsync(claim, lease, cancel);
    }

    public override async Task<bool> CompleteAsync(JobClaim claim, JobOutcome outcome, CancellationToken cancel)
    {
        if (Fails)
        {
            throw new JobStoreException("The test says so.");
        }

        Interlocked.Increment(ref _completed);
        return await base.CompleteAsync(claim, outcome, cancel);
    }
}
