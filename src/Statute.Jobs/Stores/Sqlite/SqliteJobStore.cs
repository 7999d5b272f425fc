using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Statute.Jobs.Stores.Sqlite.Writes;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// Keeps jobs in one SQLite file, for one process. What it has told is synced to the disk; many callers share a sync. Beside the file stand
/// others of its name that belong to it: <c>-wal</c> and <c>-shm</c>, and <c>-ballast</c>, which keeps room for a full disk. The age of a
/// job that has ended is counted while the store is open.
/// </summary>
/// <param name="path">The file; it is made where there is none, and its folder is there.</param>
/// <param name="time">The clock; null for the system's.</param>
/// <param name="log">Where to say what an operator should know; null for nowhere.</param>
/// <param name="options">How the disk is used; null for the defaults.</param>
/// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
public sealed class SqliteJobStore(
    string path, TimeProvider? time = null, ILogger<SqliteJobStore>? log = null, SqliteJobStoreOptions? options = null) : IJobStore
{
    // A sweep holds up those who write, for some milliseconds, and must fit into the ballast.
    private const int MaxSwept = 100;

    private readonly string _path = Path.GetFullPath(path);
    private readonly SqliteJobStoreOptions _options = (options ?? new()).Checked();
    private OpenStore? _open;

    private OpenStore Opened => _open
        ?? throw new InvalidOperationException($"The store of jobs '{_path}' is not open; call OpenAsync first.");

    private LiveJobs Live => Opened.Live;

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancel) => Task.Run(
        () => _open = OpenStore.Open(_path, _options, time ?? TimeProvider.System, log ?? NullLogger<SqliteJobStore>.Instance),
        cancel);

    /// <inheritdoc/>
    public Task<JobAcceptance> AcceptAsync(NewJob job, CancellationToken cancel) =>
        Opened.Writer.WriteAsync(new AcceptWrite(job, Live, cancel));

    /// <inheritdoc/>
    public Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel) => Live.Work.IsSet || Live.Leases.AnyRanOut
        ? Opened.Writer.WriteAsync(new ClaimWrite(lease, Live, cancel))
        : Task.FromResult<ClaimedJob?>(null);

    /// <inheritdoc/>
    public Task<JobLease> RenewAsync(JobClaim claim, TimeSpan lease, CancellationToken cancel) =>
        Task.FromResult(Live.Leases.Renew(claim, lease));

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(JobClaim claim, JobOutcome outcome, CancellationToken cancel) =>
        Opened.Writer.WriteAsync(new CompleteWrite(claim, outcome, Live, cancel));

    /// <inheritdoc/>
    public Task<bool> HandBackAsync(JobClaim claim, bool wasBegun, CancellationToken cancel) =>
        Opened.Writer.WriteAsync(new HandBackWrite(claim, wasBegun, Live, cancel));

    /// <inheritdoc/>
    public Task<Job?> FindAsync(JobId id, CancellationToken cancel) => Opened.Readers.ReadAsync(id, FindJob, cancel);

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> FindAnswerAsync(JobId id, CancellationToken cancel) =>
        Opened.Readers.ReadAsync(id, FindAnswer, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Job>> ListAsync(JobQuery query, CancellationToken cancel) =>
        Opened.Readers.ReadAsync<JobQuery, IReadOnlyList<Job>>(query, (tables, query) => tables.Jobs.List(query, Live.NoteDamage), cancel);

    /// <inheritdoc/>
    public Task<Job?> CancelAsync(JobId id, CancellationToken cancel) => Opened.Writer.WriteAsync(new CancelWrite(id, Live, cancel));

    /// <inheritdoc/>
    public Task<Job?> ForgetAsync(JobId id, CancellationToken cancel) => Opened.Writer.WriteAsync(new ForgetWrite(id, cancel));

    /// <inheritdoc/>
    public Task<int> SweepAsync(TimeSpan retention, CancellationToken cancel) =>
        Opened.Writer.WriteAsync(new SweepWrite(retention, MaxSwept, Live, cancel));

    /// <inheritdoc/>
    public Task WaitForWorkAsync(CancellationToken cancel) =>
        Live.Leases.AnyRanOut ? Task.CompletedTask : Live.Work.WaitAsync(cancel);

    /// <inheritdoc/>
    public Task WaitForEndAsync(JobId id, CancellationToken cancel) =>
        Live.Ends.WaitAsync(id, id => Opened.Readers.Read(id, FindJob) is null or { IsEnded: true }, cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _open, null)?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Job? FindJob(SqliteTables tables, JobId id) => tables.Jobs.ById(id)?.Job;

    private static ReadOnlyMemory<byte>? FindAnswer(SqliteTables tables, JobId id)
    {
        // Of one moment: it may be forgotten between two questions.
        using var moment = tables.Hold();
        if (tables.Jobs.ById(id) is not { AnswerSum: { } sum } row)
        {
            return null;
        }

        return tables.Answers.Find(row.Seq, sum) ?? throw new JobStoreException(
            $"The stored answer of the job '{id}' is damaged: it is not what was stored. Check the disk; restore a backup, or forget the "
            + "job.");
    }
}
