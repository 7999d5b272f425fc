using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Statute.Jobs.Wire;

/// <summary>An answer of ours, for minimal APIs and controllers alike.</summary>
internal abstract class JobReply : IResult, IActionResult
{
    protected const string ReplayedField = "Idempotent-Replayed";

    /// <summary>Whether the request had come before.</summary>
    internal bool IsRepeat { get; init; }

    public abstract Task ExecuteAsync(HttpContext httpContext);

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);
}
