namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class HandBackWrite(JobClaim claim, LiveJobs live, CancellationToken cancel) : SqliteWrite<bool>(cancel)
{
    protected override bool Change(SqliteTables tables) => tables.Jobs.HandBack(claim);

    protected override void Committed(bool result)
    {
        if (result)
        {
            live.Leases.Remove(claim.Id);
            live.Work.Raise();
        }
    }
}
