using Statute.AspNetCore.Tests.Stores;
using Statute.Jobs;
using Statute.Jobs.Stores;

namespace Statute.AspNetCore.Tests.Order;

/// <summary>A store as it is when the disk is full, or a process has died under a job, without either.</summary>
internal sealed class TroubledStore(IJobStore inner) : OuterStore(inner)
{
    private readonly SemaphoreSlim _claiming = new(1, 1);

    internal bool IsFull { get; set; }

    /// <summary>A full store still knows its keys and targets. What it would have taken is gone again before anybody claims it.</summary>
    public override async Task<JobAcceptance> AcceptAsync(NewJob job, CancellationToken cancel)
    {
        if (!IsFull)
        {
            return await base.AcceptAsync(job, cancel);
        }

        await _claiming.WaitAsync(cancel);
        try
        {
            var accepted = await base.AcceptAsync(job, cancel);
            if (accepted.Kind != JobAcceptanceKind.Accepted)
            {
                return accepted;
            }

            await base.CancelAsync(job.Id, cancel);
            await base.ForgetAsync(job.Id, cancel);
            throw new JobStoreFullException("The test says so.");
        }
        finally
        {
            _claiming.Release();
        }
    }

    public override async Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel)
    {
        await _claiming.WaitAsync(cancel);
        try
        {
            var claimed = await base.ClaimAsync(lease, cancel);
            return claimed?.Job.Target.Contains("outcome=interrupted", StringComparison.Ordinal) == true
                ? claimed with { Job = claimed.Job with { Attempts = claimed.Job.Attempts + 1 } }
                : claimed;
        }
        finally
        {
            _claiming.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _claiming.Dispose();
        await base.DisposeAsync();
    }
}
