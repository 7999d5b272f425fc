namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class CancelWrite(JobId id, LiveJobs live, CancellationToken cancel) : SqliteWrite<Job?>(cancel)
{
    private static readonly JobOutcome Canceled = new() { State = JobState.Canceled };

    internal override bool MayUseBallast => true;

    protected override Job? Change(SqliteTables tables)
    {
        var row = tables.Jobs.ById(id);
        if (row == null || row.Job.IsEnded)
        {
            return row?.Job;
        }

        var asked = row with { Job = row.Job with { CancelRequestedAt = row.Job.CancelRequestedAt ?? live.Clock.Now } };
        if (row.Job.State == JobState.NotStarted)
        {
            return tables.End(asked, Canceled, live.Clock);
        }

        tables.Jobs.Update(asked);
        return asked.Job;
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
