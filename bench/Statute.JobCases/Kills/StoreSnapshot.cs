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

    internal Dictionary<string, JobRecord> Jobs { get; } = [];

    /// <summary>The attempts of each job that its handler has noted, in the order in which they began.</summary>
    internal Dictionary<string, List<int>> Begun { get; } = [];

    /// <summary>The jobs that have done their work, with the item that each has counted.</summary>
    internal Dictionary<string, string> Counted { get; } = [];

    internal Dictionary<string, int> Items { get; } = [];

    internal static StoreSnapshot Read(string folder)
    {
        var snapshot = new StoreSnapshot();
        var file = Path.Combine(folder, "jobs.db");
        Each(file, "select id, target, state, attempts, status, started, ended from job", row => snapshot.Jobs.Add(
            JobId.From(row.GetFieldValue<byte[]>(0)).ToString(),
            new(row.GetString(1), (JobState)row.GetInt32(2), row.GetInt32(3))
            {
                Status = row.IsDBNull(4) ? null : row.GetInt32(4),
                Started = Time(row, 5),
                Ended = Time(row, 6),
            }));
        Each(Tally.PathOf(folder), "select job, attempt from begun order by rowid", row =>
        {
            snapshot.Begun.TryAdd(row.GetString(0), []);
            snapshot.Begun[row.GetString(0)].Add(row.GetInt32(1));
        });
        Each(Tally.PathOf(folder), "select job, item from counted", row => snapshot.Counted.Add(row.GetString(0), row.GetString(1)));
        Each(Tally.PathOf(folder), "select name, count from item", row => snapshot.Items.Add(row.GetString(0), row.GetInt32(1)));
        return snapshot;
    }

    /// <summary>When one of these jobs was first claimed after this time; null for not yet.</summary>
    internal DateTimeOffset? Claimed(IEnumerable<string> jobs, DateTimeOffset after) =>
        jobs.Select(job => Jobs.GetValueOrDefault(job)?.Started).Where(time => time >= after).Min();

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

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
    internal sealed record JobRecord(string Target, JobState State, int Attempts)
    {
        /// <summary>See <see cref="Submission.Tag"/>.</summary>
        internal string Tag => Target.Split($"?{TagName}=")[^1];

        internal int? Status { get; init; }

        /// <summary>When it was claimed last; null for never.</summary>
        internal DateTimeOffset? Started { get; init; }

        internal DateTimeOffset? Ended { get; init; }

        internal bool IsEnded => State is JobState.Succeeded or JobState.Failed or JobState.Canceled;
    }
}
