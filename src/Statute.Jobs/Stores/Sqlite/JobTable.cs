using Microsoft.Data.Sqlite;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>The statements over the table of jobs.</summary>
internal sealed class JobTable(SqliteConnection connection) : IDisposable
{
    private const string Columns =
        "seq, fence, request_seal, answer_seal, key_fingerprint, id, owner, operation, target, state, created, started, ended, "
        + "attempts, cancel_requested, status, content_type, content_length";

    private readonly SqliteStatement _insert = new(connection, """
        insert into job (id, owner, operation, target, state, created, attempts, fence, key_scope, key_fingerprint, exclusive, request_seal)
        values (?1, ?2, ?3, ?4, 0, ?5, 0, 0, ?6, ?7, ?8, ?9) returning seq
        """);

    private readonly SqliteStatement _byId = new(connection, $"select {Columns} from job where id = ?1");

    private readonly SqliteStatement _bySeq = new(connection, $"select {Columns} from job where seq = ?1");

    private readonly SqliteStatement _byKey = new(connection, $"select {Columns} from job where key_scope = ?1");

    private readonly SqliteStatement _byExclusive = new(connection,
        $"select {Columns} from job where exclusive = ?1 and exclusive is not null and state < 2");

    private readonly SqliteStatement _firstWaiting = new(connection, "select min(seq) from job where state = 0");

    private readonly SqliteStatement _running = new(connection, $"select {Columns} from job where state = 1 order by seq");

    private readonly SqliteStatement _list = new(connection, $"""
        select {Columns} from job
        where owner = ?1 and (?2 is null or state = ?2)
            and (?3 is null or seq < (select seq from job where id = ?3 and owner = ?1))
        order by seq desc limit ?4
        """);

    private readonly SqliteStatement _start = new(connection,
        "update job set state = 1, started = ?2, attempts = attempts + 1, fence = fence + 1 where seq = ?1");

    private readonly SqliteStatement _handBack = new(connection, """
        update job set state = 0, attempts = attempts - 1, started = iif(attempts > 1, started, null)
        where id = ?1 and fence = ?2 and state = 1
        """);

    private readonly SqliteStatement _requestCancel = new(connection,
        "update job set cancel_requested = coalesce(cancel_requested, ?2) where seq = ?1");

    private readonly SqliteStatement _end = new(connection, """
        update job set state = ?2, ended = ?3, ended_age = ?4, status = ?5, content_type = ?6, content_length = ?7, answer_seal = ?8
        where seq = ?1
        """);

    private readonly SqliteStatement _delete = new(connection, "delete from job where seq = ?1");

    private readonly SqliteStatement _endedBefore = new(connection,
        "select seq from job where ended_age <= ?1 order by ended_age limit ?2");

    private readonly SqliteStatement _latestEnd = new(connection, "select max(ended_age) from job where ended_age is not null");

    internal long Insert(NewJob job, DateTimeOffset at, byte[] requestSeal) => (long)_insert.Ask(
        job.Id.ToByteArray(), job.Owner, job.Operation, job.Target, at.ToUnixTimeMilliseconds(),
        job.Key?.Scope.ToArray(), job.Key?.Fingerprint.ToArray(), job.Exclusive, requestSeal)!;

    internal JobRow? ById(JobId id) => First(_byId.Read(id.ToByteArray()));

    internal JobRow? BySeq(long seq) => First(_bySeq.Read(seq));

    internal JobRow? ByKey(ReadOnlyMemory<byte> scope) => First(_byKey.Read(scope.ToArray()));

    /// <summary>The job that has not ended and works on this.</summary>
    internal JobRow? ByExclusive(string exclusive) => First(_byExclusive.Read(exclusive));

    internal long? FirstWaiting() => (long?)_firstWaiting.Ask();

    internal List<JobRow> Running() => All(_running.Read());

    internal List<JobRow> List(JobQuery query) =>
        All(_list.Read(query.Owner, (int?)query.State, query.After?.ToByteArray(), query.Count));

    internal void Start(long seq, DateTimeOffset at) => _start.Run(seq, at.ToUnixTimeMilliseconds());

    internal bool HandBack(JobClaim claim) => _handBack.Run(claim.Id.ToByteArray(), claim.Fence) == 1;

    internal void RequestCancel(long seq, DateTimeOffset at) => _requestCancel.Run(seq, at.ToUnixTimeMilliseconds());

    internal void End(long seq, JobOutcome outcome, DateTimeOffset at, long age, byte[]? answerSeal) => _end.Run(
        seq, (int)outcome.State, at.ToUnixTimeMilliseconds(), age, outcome.Status, outcome.ContentType, outcome.ContentLength, answerSeal);

    internal void Delete(long seq) => _delete.Run(seq);

    /// <summary>The row numbers of jobs that ended at this age of the store or before, the earliest first.</summary>
    internal List<long> EndedBefore(long age, int limit)
    {
        using var rows = _endedBefore.Read(age, limit);
        var found = new List<long>();
        while (rows.Read())
        {
            found.Add(rows.GetInt64(0));
        }

        return found;
    }

    /// <summary>The age of the store at which the latest job ended, of those that are there.</summary>
    internal long LatestEnd() => (long?)_latestEnd.Ask() ?? 0;

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)
            [_insert, _byId, _bySeq, _byKey, _byExclusive, _firstWaiting, _running, _list, _start, _handBack, _requestCancel, _end,
            _delete, _endedBefore, _latestEnd])
        {
            statement.Dispose();
        }
    }

    private static JobRow? First(SqliteDataReader rows)
    {
        using (rows)
        {
            return rows.Read() ? Row(rows) : null;
        }
    }

    private static List<JobRow> All(SqliteDataReader rows)
    {
        using (rows)
        {
            var all = new List<JobRow>();
            while (rows.Read())
            {
                all.Add(Row(rows));
            }

            return all;
        }
    }

    private static JobRow Row(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetFieldValue<byte[]>(2),
        Bytes(row, 3),
        Bytes(row, 4),
        new Job
        {
            Id = JobId.From(row.GetFieldValue<byte[]>(5)),
            Owner = Text(row, 6),
            Operation = row.GetString(7),
            Target = row.GetString(8),
            State = (JobState)row.GetInt32(9),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)),
            StartedAt = Time(row, 11),
            EndedAt = Time(row, 12),
            Attempts = row.GetInt32(13),
            CancelRequestedAt = Time(row, 14),
            Status = row.IsDBNull(15) ? null : row.GetInt32(15),
            ContentType = Text(row, 16),
            ContentLength = row.IsDBNull(17) ? null : row.GetInt64(17),
        });

    private static byte[]? Bytes(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
