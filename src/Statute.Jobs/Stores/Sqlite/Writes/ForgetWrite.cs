namespace Statute.Jobs.Stores.Sqlite.Writes;

internal sealed class ForgetWrite(JobId id, CancellationToken cancel) : SqliteWrite<Job?>(cancel)
{
    internal override bool MayUseBallast => true;

    protected override Job? Change(SqliteTables tables)
    {
        var row = tables.Jobs.ById(id);
        if (row is { Job.IsEnded: true })
        {
            tables.Answers.Delete(row.Seq);
            tables.Jobs.Delete(row.Seq);
        }

        return row?.Job;
    }
}
