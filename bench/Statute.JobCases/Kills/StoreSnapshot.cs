using Microsoft.Data.Sqlite;
using Statute.Jobs;

namespace Statute.JobCases.Kills;

/// <summary>
/// What a process that was killed has left, read past the store: nothing is repaired by reading it.
/// </summary>
internal sealed class StoreSnapshot
{
    /// <summary>The parameter of a target that bears the tag of its submission.</summary>
    internal const string TagName = "tag";

    private readonly Dictionary<string, JobRecord> _jobs = [];
    private readonly Dictionary<string, List<(int Attempt, DateTimeOffset At)>> _begun = [];

    private StoreSnapshot()
    {
    }

    internal IReadOnlyDictionary<string, JobRecord> Jobs => _jobs;

    /// <summary>The attempts of each job that its handler has noted.</summary>
    internal IReadOnlyDictionary<string, List<(int Attempt, DateTimeOffset At)>> Begun => _begun;

    /// <summary>The jobs that have done their work, with the item that each has counted.</summary>
    internal Dictionary<string, string> Counted { get; } = [];

    internal Dictionary<string, int> Items { get; } = [];

    internal static StoreSnapshot Read(string folder)
    {
        var snapshot = new StoreSnapshot();
        Each(Path.Combine(folder, "jobs.db"), "select id, state, attempts, status, ended, target from job", row => snapshot._jobs.Add(
            JobId.From(row.GetFieldValue<byte[]>(0)).ToString(),
            new((JobState)row.GetInt32(1), row.GetInt32(2))
            {
                Status = row.IsDBNull(3) ? null : row.GetInt32(3),
                Ended = row.IsDBNull(4) ? null : Time(row, 4),
                Tag = row.GetString(5).Split($"?{TagName}=")[^1],
            }));
        Each(Tally.PathOf(folder), "select job, attempt, at from begun", row =>
        {
            snapshot._begun.TryAdd(row.GetString(0), []);
            snapshot._begun[row.GetString(0)].Add((row.GetInt32(1), Time(row, 2)));
        });
        Each(Tally.PathOf(folder), "select job, item from counted", row => snapshot.Counted.Add(row.GetString(0), row.GetString(1)));
        Each(Tally.PathOf(folder), "select name, count from item", row => snapshot.Items.Add(row.GetString(0), row.GetInt32(1)));
        return snapshot;
    }

    /// <summary>When one of these jobs was first taken up again after this time: begun again, or ended. Null for not yet.</summary>
    internal DateTimeOffset? TakenUp(IEnumerable<string> jobs, DateTimeOffset after) => jobs
        .SelectMany(job => _begun.GetValueOrDefault(job, []).Select(begun => (DateTimeOffset?)begun.At).Append(_jobs[job].Ended))
        .Where(time => time >= after).Min();

    private static DateTimeOffset Time(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static void Each(string path, string sql, Action<SqliteDataReader> see)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            see(rows);
        }
    }

    /// <summary>A job as the file has it.</summary>
    internal sealed record JobRecord(JobState State, int Attempts)
    {
        /// <summary>See <see cref="Submission.Tag"/>.</summary>
        internal required string Tag { get; init; }

        internal int? Status { get; init; }

        internal DateTimeOffset? Ended { get; init; }

        internal bool IsEnded => State is JobState.Succeeded or JobState.Failed or JobState.Canceled;
    }
}
