using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Statute.Jobs.Stores;

/// <summary>
/// A place in a list of jobs: behind the one that was accepted then and has this id, whether or not it is still there. Jobs are listed by
/// the time that they show, the newest first, and those of one millisecond by their ids.
/// </summary>
/// <param name="CreatedAt">See <see cref="Job.CreatedAt"/>, to the millisecond.</param>
/// <param name="Id">The id.</param>
public readonly record struct JobCursor(DateTimeOffset CreatedAt, JobId Id)
{
    private const char Separator = '.';

    /// <summary>The place behind a job.</summary>
    public static JobCursor Of(Job job) => new(job.CreatedAt, job.Id);

    /// <summary>Reads a place from its text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out JobCursor cursor)
    {
        cursor = default;
        if (text?.IndexOf(Separator) is not (> 0 and var end)
            || !long.TryParse(text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var created)
            || created > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            || !JobId.TryParse(text[(end + 1)..], out var id))
        {
            return false;
        }

        cursor = new(DateTimeOffset.FromUnixTimeMilliseconds(created), id);
        return true;
    }

    /// <summary>Unix milliseconds and the id, such as <c>1795680000000.Qm9vdHMgYW5kIGxhY2VzIQ</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.ToUnixTimeMilliseconds()}{Separator}{Id}");
}
