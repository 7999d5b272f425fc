namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class AcceptWrite(NewJob job, LiveJobs live, CancellationToken cancel) : SqliteWrite<JobAcceptance>(cancel)
{
    private readonly byte[] _request = job.Request.ToArray();
    private readonly byte[] _seal = Seal.Of(job.Id, job.Request.Span);

    protected override JobAcceptance Change(SqliteTables tables)
    {
        if (job.Key is { } key && tables.Jobs.ByKey(key.Scope) is { } before)
        {
            var same = key.Fingerprint.Span.SequenceEqual(before.KeyFingerprint);
            return new(same ? JobAcceptanceKind.AcceptedBefore : JobAcceptanceKind.KeyOfAnother, before.Job);
        }

        if (job.Exclusive is { } exclusive && tables.Jobs.ByExclusive(exclusive) is { } inTheWay)
        {
            return new(JobAcceptanceKind.TargetInUse, inTheWay.Job);
        }

        var now = live.Clock.Now;
        var seq = tables.Jobs.Insert(job, now, _seal);
        tables.Requests.Insert(seq, _request);
        return new(JobAcceptanceKind.Accepted, new Job
        {
            Id = job.Id,
            Owner = job.Owner,
            Operation = job.Operation,
            Target = job.Target,
            CreatedAt = now,
        });
    }

    protected override void Committed(JobAcceptance result)
    {
        if (result.Kind == JobAcceptanceKind.Accepted)
        {
            live.Work.Raise();
        }
    }
}
