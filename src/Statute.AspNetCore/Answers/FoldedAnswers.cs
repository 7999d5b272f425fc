using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// Keeps the codes that are outside the table: in the log, and as the counters <c>statute.answers.folded</c> and
/// <c>statute.answers.observed</c>.
/// </summary>
internal sealed class FoldedAnswers(IMeterFactory meters, ILogger<FoldedAnswers> logger)
{
    private readonly Counter<long> _folded = CounterOf(
        meters, "statute.answers.folded", "Answers whose status is outside the table, by that status and the row that took it.");

    private readonly Counter<long> _observed = CounterOf(
        meters, "statute.answers.observed", "Answers whose status is outside the table and left, by that status and the row that fits it.");

    /// <summary>An answer left as it was, because the profile changes nothing.</summary>
    internal void NoteObserved(HttpContext context, int status, int row)
    {
        _observed.Add(1, new("http.response.status_code", status), new("statute.row", row));
        logger.Observed(context.Request.Method, context.Request.Path.ToUriComponent(), status, row);
    }

    internal void Note(HttpContext context, int status, int row)
    {
        _folded.Add(1, new("http.response.status_code", status), new("statute.row", row));
        logger.Folded(context.Request.Method, context.Request.Path.ToUriComponent(), status, row);
    }

    private static Counter<long> CounterOf(IMeterFactory meters, string name, string description) =>
        meters.Create("Statute").CreateCounter<long>(name, "{answer}", description);
}
