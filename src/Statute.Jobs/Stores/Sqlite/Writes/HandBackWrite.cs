namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class HandBackWrite(JobClaim claim, bool wasBegun, LiveJobs live, CancellationToken cancel)
    : SqliteWrite<bool>(cancel)
{
    internal override bool MayUseBallast => true;

    protected override bool Change(SqliteTables tables)
    {
        if (tables.Jobs.ById(claim.Id) is not { Job.State: JobState.Running } row || row.Fence != claim.Fence)
        {
            return false;
        }

        var job = row.Job.WithoutAttempt() with { State = JobState.NotStarted };
        tables.Jobs.Update(row with { Job = wasBegun ? job with { StartedAt = row.Job.StartedAt } : job });
        return true;
    }

    protected override void Committed(bool result)
    {
        if (result)
        {
            live.Leases.Remove(claim.Id);
            live.Work.Raise();
        }
    }
}
