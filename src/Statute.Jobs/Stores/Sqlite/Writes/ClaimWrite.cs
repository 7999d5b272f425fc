namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class ClaimWrite(TimeSpan lease, LiveJobs live, CancellationToken cancel) : SqliteWrite<ClaimedJob?>(cancel)
{
    private JobRow? _row;

    // However many wait, the last room is for the ends of those that run: one that begins now may need more of it than it frees.
    protected override JobStoreException? Refusal(SqliteTables tables) => live.Room.IsShort ? live.Room.Refusal() : null;

    protected override ClaimedJob? Change(SqliteTables tables)
    {
        _row = null;
        if (Next(tables) is not { } next)
        {
            return null;
        }

        var job = next.Job with { State = JobState.Running, StartedAt = live.Clock.Now, Attempts = next.Job.Attempts + 1 };
        _row = next with { Job = job, Fence = next.Fence + 1 };
        tables.Jobs.Update(_row);
        return new(new(job.Id, _row.Fence), job, tables.Requests.Find(_row.Seq, _row.RequestSum));
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
    private JobRow? Next(SqliteTables tables)
    {
        var waiting = FirstWaiting(tables);
        foreach (var (id, ranOut) in live.Leases.RanOut())
        {
            if (ranOut.Seq > waiting?.Seq)
            {
                break;
            }

            var row = live.Readable(ranOut.Seq, tables);
            if (row == null)
            {
                live.Leases.Remove(id);
            }
            else if (row.Job.State == JobState.Running && row.Fence == ranOut.Fence)
            {
                return row;
            }
        }

        return waiting;
    }

    private JobRow? FirstWaiting(SqliteTables tables)
    {
        for (var seq = tables.Jobs.FirstWaiting(0); seq != null; seq = tables.Jobs.FirstWaiting(seq.Value))
        {
            if (live.Readable(seq.Value, tables) is { } row)
            {
                return row;
            }
        }

        return null;
    }
}
