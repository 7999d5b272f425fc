using Statute.AspNetCore.Tests.Stores;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>A store that has no room for new jobs when the test says so.</summary>
internal sealed class FullStore(IJobStore inner) : OuterStore(inner)
{
    private int _refusedClaims;

    internal bool IsFull { get; set; }

    /// <summary>How many who came for a job were sent away.</summary>
    internal int RefusedClaims => Volatile.Read(ref _refusedClaims);

    public override Task<JobAcceptance> AcceptAsync(NewJob job, CancellationToken cancel) =>
        IsFull ? throw new JobStoreFullException("The test says so.") : base.AcceptAsync(job, cancel);

    public override Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel)
    {
        if (!IsFull)
        {
            return base.ClaimAsync(lease, cancel);
        }

        Interlocked.Increment(ref _refusedClaims);
        throw new JobStoreFullException("The test says so.");
    }
}
