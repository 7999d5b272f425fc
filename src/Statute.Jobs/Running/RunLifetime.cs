using Microsoft.AspNetCore.Http.Features;

namespace Statute.Jobs.Running;

/// <summary>The lifetime of a run's request: it is aborted when the job is canceled, its lease is lost or the application stops.</summary>
internal sealed class RunLifetime(CancellationToken aborted) : IHttpRequestLifetimeFeature
{
    public CancellationToken RequestAborted { get; set; } = aborted;

    /// <summary>Whether a handler has given up its answer, or the middleware one that had begun.</summary>
    internal bool IsAborted { get; private set; }

    public void Abort() => IsAborted = true;
}
