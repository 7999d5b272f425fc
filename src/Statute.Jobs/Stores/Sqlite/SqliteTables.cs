using Microsoft.Data.Sqlite;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>The tables as one connection sees them. Used by one thread at a time.</summary>
internal sealed class SqliteTables(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _begin = new(connection, "begin");
    private readonly SqliteStatement _end = new(connection, "rollback");

    internal JobTable Jobs { get; } = new(connection);

    internal ContentTable Requests { get; } = new(connection, "request");

    internal ContentTable Answers { get; } = new(connection, "answer");

    internal StoreTable Store { get; } = new(connection);

    /// <summary>Lets several questions see the tables as they are at one moment, until what is given back is disposed.</summary>
    internal IDisposable Hold() => new Moment(_begin, _end);

    /// <summary>Ends a job. Nobody asks for its request any more: what a caller has sent is kept no longer than it is needed.</summary>
    internal Job End(JobRow row, JobOutcome outcome, StoreClock clock)
    {
        var job = row.Job with
        {
            State = outcome.State,
            EndedAt = clock.Now,
            Status = outcome.Status,
            ContentType = outcome.ContentType,
            ContentLength = outcome.ContentLength,
        };
        Requests.Delete(row.Seq);
        Jobs.Update(row with { Job = job, EndedAge = clock.Age });
        return job;
    }

    public void Dispose()
    {
        _begin.Dispose();
        _end.Dispose();
        Jobs.Dispose();
        Requests.Dispose();
        Answers.Dispose();
        Store.Dispose();
        connection.Dispose();
    }

    private sealed class Moment : IDisposable
    {
        private readonly SqliteStatement _end;

        internal Moment(SqliteStatement begin, SqliteStatement end)
        {
            begin.Run();
            _end = end;
        }

        public void Dispose() => _end.Run();
    }
}
