namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class ClaimWrite(TimeSpan lease, LiveJobs live, CancellationToken cancel) : SqliteWrite<ClaimedJob?>(cancel)
{
    private JobRow? _row;

    protected override ClaimedJob? Change(SqliteTables tables)
    {
        _row = null;
        if (Next(tables) is not { } seq)
        {
            return null;
        }

        tables.Jobs.Start(seq, live.Clock.Now);
        _row = tables.Jobs.BySeq(seq)!;
        var request = tables.Requests.Find(seq);
        var job = _row.Job;
        var isWhole = request != null && Seal.Holds(_row.RequestSeal, job.Id, request);
        return new(new(job.Id, _row.Fence), job, isWhole ? request : null);
    }

    protected override void Committed(ClaimedJob? result)
    {
        if (_row != null)
        {
            live.Leases.Add(_row, lease);
        }
        else
        {
            live.Work.Clear();
        }
    }

    // A claim that stands before this one in the same transaction is not among the leases yet: its fence tells.
    private long? Next(SqliteTables tables)
    {
        var waiting = tables.Jobs.FirstWaiting();
        foreach (var ranOut in live.Leases.RanOut())
        {
            if (ranOut.Seq > waiting)
            {
                break;
            }

            if (tables.Jobs.BySeq(ranOut.Seq) is { Job.State: JobState.Running } row && row.Fence == ranOut.Fence)
            {
                return ranOut.Seq;
            }
        }

        return waiting;
    }
}
