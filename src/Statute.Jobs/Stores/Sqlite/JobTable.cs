using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>The statements over the jobs. A row that does not bear its seal is told as a <see cref="JobStoreException"/>.</summary>
internal sealed class JobTable(SqliteConnection connection) : IDisposable
{
    private const string Columns = """
        seq, id, owner, operation, target, state, created, started, ended, attempts, cancel_requested, status, content_type, content_length,
        fence, ended_age, key_scope, key_fingerprint, exclusive, request_sum, answer_sum, seal
        """;

    private readonly SqliteStatement _insert = new(connection, """
        insert into job (id, owner, operation, target, created, key_scope, key_fingerprint, exclusive, request_sum, seal,
            state, attempts, fence)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, 0, 0)
        """);

    private readonly SqliteStatement _update = new(connection, """
        update job set state = ?2, started = ?3, ended = ?4, attempts = ?5, cancel_requested = ?6, status = ?7, content_type = ?8,
            content_length = ?9, fence = ?10, ended_age = ?11, answer_sum = ?12, seal = ?13
        where seq = ?1
        """);

    private readonly SqliteStatement _delete = new(connection, "delete from job where seq = ?1");

    private readonly SqliteStatement _byId = new(connection, $"select {Columns} from job where id = ?1");

    private readonly SqliteStatement _bySeq = new(connection, $"select {Columns} from job where seq = ?1");

    private readonly SqliteStatement _byKey = new(connection, $"select {Columns} from job where key_scope = ?1");

    private readonly SqliteStatement _byExclusive = new(connection, $"select {Columns} from job where exclusive = ?1 and state < 2");

    private readonly SqliteStatement _byOwner = new(connection, $"""
        select {Columns} from job
        where owner = ?1 and (?2 is null or state = ?2)
            and created <= ifnull(?3, {long.MaxValue}) and (?3 is null or created < ?3 or id < ?4)
        order by created desc, id desc
        """);

    private readonly SqliteStatement _firstWaiting = new(connection, "select min(seq) from job where state = 0 and seq > ?1");

    private readonly SqliteStatement _waiting = new(connection, "select count(*) from job where state = 0");

    private readonly SqliteStatement _running = new(connection, "select seq from job where state = 1 order by seq");

    private readonly SqliteStatement _endedBefore = new(connection,
        "select seq from job where ended_age <= ?1 order by ended_age limit ?2");

    private readonly SqliteStatement _latestEnd = new(connection, "select max(ended_age) from job where ended_age is not null");

    /// <summary>Adds a job that waits.</summary>
    /// <returns>The number of its row.</returns>
    internal long Insert(JobRow row)
    {
        _insert.Run(
            row.Job.Id.ToByteArray(), row.Job.Owner, row.Job.Operation, row.Job.Target, Stored(row.Job.CreatedAt), row.KeyScope,
            row.KeyFingerprint, row.Exclusive, row.RequestSum, row.Seal());
        return raw.sqlite3_last_insert_rowid(connection.Handle);
    }

    /// <summary>Writes what may change of a row.</summary>
    internal void Update(JobRow row) => _update.Run(
        row.Seq, (int)row.Job.State, Stored(row.Job.StartedAt), Stored(row.Job.EndedAt), row.Job.Attempts,
        Stored(row.Job.CancelRequestedAt), row.Job.Status, row.Job.ContentType, row.Job.ContentLength, row.Fence, row.EndedAge,
        row.AnswerSum, row.Seal());

    internal void Delete(long seq) => _delete.Run(seq);

    internal JobRow? ById(JobId id)
    {
        var row = First(_byId.Read(id.ToByteArray()));
        return row == null || row.Job.Id == id ? row : throw Damaged(row.Seq, null);
    }

    internal JobRow? BySeq(long seq) => First(_bySeq.Read(seq));

    internal JobRow? ByKey(ReadOnlyMemory<byte> scope) => First(_byKey.Read(scope.ToArray()));

    /// <summary>The job that has not ended and works on this.</summary>
    internal JobRow? ByExclusive(string exclusive) => First(_byExclusive.Read(exclusive));

    /// <summary>As many as are asked for. One that is damaged is told, and does not stand in the way of others.</summary>
    internal List<Job> List(JobQuery query, Action<long, JobStoreException> isDamaged)
    {
        using var rows = _byOwner.Read(query.Owner, (int?)query.State, Stored(query.After?.CreatedAt), query.After?.Id.ToByteArray());
        var jobs = new List<Job>();
        while (jobs.Count < query.Count && rows.Read())
        {
            try
            {
                jobs.Add(Row(rows).Job);
            }
            catch (JobStoreException damage)
            {
                isDamaged(rows.GetInt64(0), damage);
            }
        }

        return jobs;
    }

    /// <summary>The number of the first that waits, of those behind this one.</summary>
    internal long? FirstWaiting(long after) => (long?)_firstWaiting.Ask(after);

    internal long CountWaiting() => (long)_waiting.Ask()!;

    internal List<long> Running() => Numbers(_running.Read());

    /// <summary>Those that ended at this age of the store or before, the earliest first.</summary>
    internal List<long> EndedBefore(long age, int limit) => Numbers(_endedBefore.Read(age, limit));

    /// <summary>The age of the store at which the latest ended, of those that are there.</summary>
    internal long LatestEnd() => (long?)_latestEnd.Ask() ?? 0;

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)
            [_insert, _update, _delete, _byId, _bySeq, _byKey, _byExclusive, _byOwner, _firstWaiting, _waiting, _running, _endedBefore,
            _latestEnd])
        {
            statement.Dispose();
        }
    }

    private JobRow? First(SqliteDataReader rows)
    {
        using (rows)
        {
            return rows.Read() ? Row(rows) : null;
        }
    }

    private static List<long> Numbers(SqliteDataReader rows)
    {
        using (rows)
        {
            var numbers = new List<long>();
            while (rows.Read())
            {
                numbers.Add(rows.GetInt64(0));
            }

            return numbers;
        }
    }

    private JobRow Row(SqliteDataReader from)
    {
        var seq = from.GetInt64(0);
        try
        {
            var row = Values(seq, from);
            return row.Seal() == from.GetInt64(21) ? row : throw Damaged(seq, null);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            throw Damaged(seq, fault);
        }
    }

    private static JobRow Values(long seq, SqliteDataReader from) => new()
    {
        Seq = seq,
        Job = new Job
        {
            Id = JobId.From(from.GetFieldValue<byte[]>(1)),
            Owner = Value<string>(from, 2),
            Operation = from.GetString(3),
            Target = from.GetString(4),
            State = (JobState)from.GetInt32(5),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(from.GetInt64(6)),
            StartedAt = Time(from, 7),
            EndedAt = Time(from, 8),
            Attempts = from.GetInt32(9),
            CancelRequestedAt = Time(from, 10),
            Status = (int?)Number(from, 11),
            ContentType = Value<string>(from, 12),
            ContentLength = Number(from, 13),
        },
        Fence = from.GetInt64(14),
        EndedAge = Number(from, 15),
        KeyScope = Value<byte[]>(from, 16),
        KeyFingerprint = Value<byte[]>(from, 17),
        Exclusive = Value<string>(from, 18),
        RequestSum = from.GetInt64(19),
        AnswerSum = Number(from, 20),
    };

    private JobStoreException Damaged(long seq, Exception? fault) => new($"The row {seq} of the table 'job' in "
        + $"'{connection.DataSource}' is damaged: it does not bear its seal. It is left as it is. Check the disk; restore a backup, or "
        + "delete the row.", fault);

    private static T? Value<T>(SqliteDataReader row, int column) where T : class =>
        row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static long? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static long? Stored(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();
}
