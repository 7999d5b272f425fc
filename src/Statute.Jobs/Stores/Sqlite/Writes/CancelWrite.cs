namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class CancelWrite(JobId id, LiveJobs live, CancellationToken cancel) : SqliteWrite<Job?>(cancel)
{
    private static readonly JobOutcome Canceled = new() { State = JobState.Canceled };

    protected override Job? Change(SqliteTables tables)
    {
        if (tables.Jobs.ById(id) is not { } row || row.Job.IsEnded)
        {
            return tables.Jobs.ById(id)?.Job;
        }

        var now = live.Clock.Now;
        tables.Jobs.RequestCancel(row.Seq, now);
        if (row.Job.State == JobState.NotStarted)
        {
            tables.Requests.Delete(row.Seq);
            tables.Jobs.End(row.Seq, Canceled, now, live.Clock.Age, null);
        }

        return tables.Jobs.BySeq(row.Seq)!.Job;
    }

    protected override void Committed(Job? result)
    {
        if (result is { State: JobState.Running })
        {
            live.Leases.RequestCancel(id);
        }
        else if (result is { State: JobState.Canceled })
        {
            live.Ends.Raise(id);
        }
    }
}
