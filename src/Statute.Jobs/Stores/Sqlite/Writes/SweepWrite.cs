namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class SweepWrite(TimeSpan retention, int limit, LiveJobs live, CancellationToken cancel) : SqliteWrite<int>(cancel)
{
    internal override bool MayUseBallast => true;

    protected override int Change(SqliteTables tables)
    {
        var age = live.Clock.Age;
        tables.Store.Age = age;
        var ended = tables.Jobs.EndedBefore(age - (long)retention.TotalMilliseconds, limit);
        foreach (var seq in ended)
        {
            tables.Answers.Delete(seq);
            tables.Jobs.Delete(seq);
        }

        return ended.Count;
    }
}
