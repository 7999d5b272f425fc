using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Statute.AspNetCore.Deferred;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Running;

/// <summary>One attempt at a job, from its claim to its end. A feature of the request that it makes.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The source has no timer and no handle; a late cancel must find it alive.")]
internal sealed class JobRun(ClaimedJob claimed) : IJobFeature
{
    private readonly CancellationTokenSource _aborted = new();
    private readonly Lock _ending = new();
    private long _renewedAt;
    private long _askedAt;
    private bool _isHandlerCut;

    public string Id { get; } = claimed.Job.Id.ToString();

    public int Attempt => claimed.Job.Attempts;

    internal Job Job => claimed.Job;

    internal JobClaim Claim => claimed.Claim;

    /// <summary>The request as it was stored.</summary>
    internal ReadOnlyMemory<byte>? Request => claimed.Request;

    /// <summary>What RequestAborted is for the handler.</summary>
    internal CancellationToken Aborted => _aborted.Token;

    /// <summary>Who the creator is now; none for nobody.</summary>
    internal IReadOnlyList<RunCaller> Callers { get; set; } = [];

    /// <summary>When the claim was renewed last, as a timestamp of the clock.</summary>
    internal long RenewedAt
    {
        get => Volatile.Read(ref _renewedAt);
        set => Volatile.Write(ref _renewedAt, value);
    }

    /// <summary>When its renewal was asked for last.</summary>
    internal long AskedAt
    {
        get => Volatile.Read(ref _askedAt);
        set => Volatile.Write(ref _askedAt, value);
    }

    /// <summary>Why the run was told to end. A lost lease is the last word, since it forbids to record what any other would.</summary>
    internal RunEnd End { get; private set; }

    /// <summary>Whether the handler was entered.</summary>
    internal bool HasBegun { get; private set; }

    /// <summary>
    /// Whether the run has ended because it was told to, and not with an answer of the handler's own: what comes of a cut in front of the
    /// handler, an exception handler may have made an answer of.
    /// </summary>
    internal bool IsCut => HasBegun ? _isHandlerCut : End != RunEnd.None;

    /// <summary>Whether the request has led to its operation.</summary>
    internal bool HasReachedOperation { get; set; }

    /// <summary>Who the creator is by a scheme; null where it knows nobody.</summary>
    internal ClaimsPrincipal? CallerOf(string scheme) => Callers.FirstOrDefault(caller => caller.Schemes.Contains(scheme))?.Principal;

    /// <summary>
    /// Whether the endpoint that is selected is the job's, and asynchronous still: what accepts a request is what knows that its handler
    /// has begun.
    /// </summary>
    internal bool IsOperation(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<AsynchronousAttribute>() is not null && OperationName.Of(context) == Job.Operation;

    internal void Begin() => HasBegun = true;

    /// <summary>The handler has failed.</summary>
    internal void NoteCut() => _isHandlerCut = End != RunEnd.None;

    /// <summary>
    /// The handler has ended by itself, and its answer is kept whole, whatever is said from now on: what ASP.NET writes for a caller who
    /// is gone it leaves out without a word.
    /// </summary>
    internal static void KeepAnswer(HttpContext context) => context.RequestAborted = CancellationToken.None;

    internal void Stop(RunEnd reason)
    {
        lock (_ending)
        {
            if (End != RunEnd.None && reason != RunEnd.LeaseLost)
            {
                return;
            }

            End = reason;
        }

        // Not here: what the handler has registered may be slow, or fail.
        _ = _aborted.CancelAsync();
    }
}
