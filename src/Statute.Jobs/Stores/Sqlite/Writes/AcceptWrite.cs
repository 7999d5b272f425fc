namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class AcceptWrite(NewJob job, LiveJobs live, CancellationToken cancel) : SqliteWrite<JobAcceptance>(cancel)
{
    private readonly byte[] _request = job.Request.ToArray();
    private readonly long _sum = Checksum.Of(job.Request.Span);

    internal override int Size => _request.Length;

    protected override JobStoreException? Refusal(SqliteTables tables) =>
        live.Room.IsShort && InTheWay(tables) == null ? live.Room.Refusal() : null;

    protected override JobAcceptance Change(SqliteTables tables)
    {
        if (InTheWay(tables) is { } before)
        {
            return before;
        }

        var row = new JobRow
        {
            Job = new()
            {
                Id = job.Id,
                Owner = job.Owner,
                Operation = job.Operation,
                Target = job.Target,
                CreatedAt = live.Clock.Now,
            },
            KeyScope = job.Key?.Scope.ToArray(),
            KeyFingerprint = job.Key?.Fingerprint.ToArray(),
            Exclusive = job.Exclusive,
            RequestSum = _sum,
        };
        tables.Requests.Insert(tables.Jobs.Insert(row), _request);
        return new(JobAcceptanceKind.Accepted, row.Job);
    }

    protected override void Committed(JobAcceptance result)
    {
        if (result.Kind == JobAcceptanceKind.Accepted)
        {
            live.Work.Raise();
        }
    }

    // Who uses a key again is told of his job, also where its target is in use by that very job.
    private JobAcceptance? InTheWay(SqliteTables tables)
    {
        if (job.Key is { } key && tables.Jobs.ByKey(key.Scope) is { } before)
        {
            var same = key.Fingerprint.Span.SequenceEqual(before.KeyFingerprint);
            return new(same ? JobAcceptanceKind.AcceptedBefore : JobAcceptanceKind.KeyOfAnother, before.Job);
        }

        return job.Exclusive is { } exclusive && tables.Jobs.ByExclusive(exclusive) is { } working
            ? new(JobAcceptanceKind.TargetInUse, working.Job)
            : null;
    }
}
