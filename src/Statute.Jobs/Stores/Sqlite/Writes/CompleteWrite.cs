namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class CompleteWrite(JobClaim claim, JobOutcome outcome, LiveJobs live, CancellationToken cancel) : SqliteWrite<bool>(cancel)
{
    private readonly byte[] _answer = outcome.Answer.ToArray();
    private readonly byte[]? _seal = outcome.Answer.IsEmpty ? null : Seal.Of(claim.Id, outcome.Answer.Span);

    protected override bool Change(SqliteTables tables)
    {
        if (tables.Jobs.ById(claim.Id) is not { Job.State: JobState.Running } row || row.Fence != claim.Fence)
        {
            return false;
        }

        tables.Requests.Delete(row.Seq);
        if (_seal != null)
        {
            tables.Answers.Insert(row.Seq, _answer);
        }

        tables.Jobs.End(row.Seq, outcome, live.Clock.Now, live.Clock.Age, _seal);
        return true;
    }

    protected override void Committed(bool result)
    {
        if (result)
        {
            live.Leases.Remove(claim.Id);
            live.Ends.Raise(claim.Id);
        }
    }
}
