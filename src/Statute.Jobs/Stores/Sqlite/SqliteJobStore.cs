using Microsoft.Data.Sqlite;
using Statute.Jobs.Stores.Sqlite.Writes;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// Keeps jobs in one SQLite file, for one process. What it has told is synced to the disk; many callers share a sync. Beside the file there
/// are others of its name (<c>-wal</c>, <c>-shm</c>): they belong to it.
/// </summary>
/// <param name="path">The file; its folder is there.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed class SqliteJobStore(string path, TimeProvider? time = null) : IJobStore
{
    // A sweep holds up those who write for about 10 ms.
    private const int MaxSwept = 500;

    private readonly string _path = Path.GetFullPath(path);
    private readonly LiveJobs _live = new(new(time ?? TimeProvider.System));
    private SqliteWriter? _writer;
    private SqliteReaders? _readers;

    private SqliteWriter Writer => _writer ?? throw NotOpen();

    private SqliteReaders Readers => _readers ?? throw NotOpen();

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancel)
    {
        var connection = Connect(SqliteOpenMode.ReadWriteCreate);
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000");
        if ((long)Ask(connection, "pragma user_version") == 0)
        {
            Execute(connection, $"""
                begin immediate; {SqliteSchema.Create}
                pragma application_id = {SqliteSchema.ApplicationId}; pragma user_version = {SqliteSchema.Version}; commit;
                """);
        }

        using (var tables = new SqliteTables(Connect(SqliteOpenMode.ReadOnly)))
        {
            _live.Clock.Continue(Math.Max(tables.Store.Age, tables.Jobs.LatestEnd()));
            foreach (var orphan in tables.Jobs.Running())
            {
                _live.Leases.Add(orphan, TimeSpan.Zero);
            }
        }

        _writer = new(connection);
        _readers = new(() => new(Connect(SqliteOpenMode.ReadOnly)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<JobAcceptance> AcceptAsync(NewJob job, CancellationToken cancel) => Writer.WriteAsync(new AcceptWrite(job, _live, cancel));

    /// <inheritdoc/>
    public Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel) => _live.Work.IsSet || _live.Leases.AnyRanOut
        ? Writer.WriteAsync(new ClaimWrite(lease, _live, cancel))
        : Task.FromResult<ClaimedJob?>(null);

    /// <inheritdoc/>
    public Task<JobLease> RenewAsync(JobClaim claim, TimeSpan lease, CancellationToken cancel) =>
        Task.FromResult(_live.Leases.Renew(claim, lease));

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(JobClaim claim, JobOutcome outcome, CancellationToken cancel) =>
        Writer.WriteAsync(new CompleteWrite(claim, outcome, _live, cancel));

    /// <inheritdoc/>
    public Task<bool> HandBackAsync(JobClaim claim, CancellationToken cancel) =>
        Writer.WriteAsync(new HandBackWrite(claim, _live, cancel));

    /// <inheritdoc/>
    public Task<Job?> FindAsync(JobId id, CancellationToken cancel) => Task.FromResult(Find(id));

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> FindAnswerAsync(JobId id, CancellationToken cancel) =>
        Task.FromResult(Readers.Read<JobId, ReadOnlyMemory<byte>?>(id, static (tables, id) =>
        {
            if (tables.Jobs.ById(id) is not { AnswerSeal: { } seal } row)
            {
                return null;
            }

            return tables.Answers.Find(row.Seq) is { } answer && Seal.Holds(seal, id, answer)
                ? answer
                : throw new JobStoreException($"The stored answer of job {id} is damaged.");
        }));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Job>> ListAsync(JobQuery query, CancellationToken cancel) =>
        Task.FromResult(Readers.Read<JobQuery, IReadOnlyList<Job>>(query, static (tables, query) =>
            [.. tables.Jobs.List(query).Select(row => row.Job)]));

    /// <inheritdoc/>
    public Task<Job?> CancelAsync(JobId id, CancellationToken cancel) => Writer.WriteAsync(new CancelWrite(id, _live, cancel));

    /// <inheritdoc/>
    public Task<Job?> ForgetAsync(JobId id, CancellationToken cancel) => Writer.WriteAsync(new ForgetWrite(id, cancel));

    /// <inheritdoc/>
    public Task<int> SweepAsync(TimeSpan retention, CancellationToken cancel) =>
        Writer.WriteAsync(new SweepWrite(retention, MaxSwept, _live, cancel));

    /// <inheritdoc/>
    public Task WaitForWorkAsync(CancellationToken cancel) =>
        _live.Leases.AnyRanOut ? Task.CompletedTask : _live.Work.WaitAsync(cancel);

    /// <inheritdoc/>
    public Task WaitForEndAsync(JobId id, CancellationToken cancel) =>
        _live.Ends.WaitAsync(id, id => Find(id) is null or { IsEnded: true }, cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _live.Dispose();
        _readers?.Dispose();
        if (_writer != null)
        {
            await _writer.DisposeAsync();
        }
    }

    private static InvalidOperationException NotOpen() => new("The store of jobs is not open; call OpenAsync first.");

    private Job? Find(JobId id) => Readers.Read(id, static (tables, id) => tables.Jobs.ById(id)?.Job);

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
