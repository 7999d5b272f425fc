using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Answers;

/// <summary>Keeps the codes that clients do not see: in the log, and as the counter <c>statute.answers.folded</c>.</summary>
internal sealed class FoldedAnswers(IMeterFactory meters, ILogger<FoldedAnswers> logger)
{
    private readonly Counter<long> _folded = meters.Create("Statute").CreateCounter<long>(
        "statute.answers.folded", "{answer}", "Answers whose status is outside the table, by that status and the row that took it.");

    internal void Note(HttpContext context, int status, int row)
    {
        _folded.Add(1, new("http.response.status_code", status), new("statute.row", row));
        logger.Folded(context.Request.Method, context.Request.Path.ToUriComponent(), status, row);
    }
}
