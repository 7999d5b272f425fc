namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class CompleteWrite(JobClaim claim, JobOutcome outcome, LiveJobs live, CancellationToken cancel) : SqliteWrite<bool>(cancel)
{
    // What a larger answer takes of the last room would be missing for the ends of others.
    private const int SmallAnswer = 16 * 1024;

    private readonly byte[] _answer = outcome.Answer.ToArray();
    private readonly long? _sum = outcome.Answer.IsEmpty ? null : Checksum.Of(outcome.Answer.Span);

    internal override int Size => _answer.Length;

    internal override bool MayUseBallast => _answer.Length <= SmallAnswer;

    protected override JobStoreException? Refusal(SqliteTables tables) =>
        live.Room.IsShort && !MayUseBallast ? live.Room.Refusal() : null;

    protected override bool Change(SqliteTables tables)
    {
        if (tables.Jobs.ById(claim.Id) is not { Job.State: JobState.Running } row || row.Fence != claim.Fence)
        {
            return false;
        }

        if (_sum != null)
        {
            tables.Answers.Insert(row.Seq, _answer);
        }

        var job = outcome.CountsAttempt ? row.Job : row.Job.WithoutAttempt();
        tables.End(row with { Job = job, AnswerSum = _sum }, outcome, live.Clock);
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
