using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Endpoints;
using Statute.Jobs.Accepting;
using Statute.Jobs.Running;
using Statute.Problems;

namespace Statute.Jobs;

/// <summary>
/// The action, or the actions of the controller, are asynchronous: a request is checked as any other, stored durably, answered by row 202,
/// and run later as a job. On minimal APIs <c>.Asynchronous()</c> says the same.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AsynchronousAttribute : Attribute, IRequestDemands
{
    /// <summary>
    /// Whether only those requests are asynchronous that ask for it by <c>Prefer: respond-async</c> (RFC 7240, 4.1). Default: false, all.
    /// </summary>
    public bool OnRequest { get; set; }

    /// <summary>Whether a request must have an Idempotency-Key; without one it is row 400. Default: false.</summary>
    public bool RequiresKey { get; set; }

    /// <summary>
    /// Whether only one job at a time may work on a target: operation and route values. A request for a second one is row 409
    /// (<see cref="ProblemType.InProgress"/>). Default: false.
    /// </summary>
    public bool OneAtATime { get; set; }

    /// <summary>
    /// Whether the handler may be begun again after it was interrupted: its work, done twice, is as if done once. Default: true for GET,
    /// HEAD, PUT and DELETE (RFC 9110, 9.2.2) and for requests with an Idempotency-Key; false for others, which end as
    /// <see cref="ProblemType.OutcomeUnknown"/> then.
    /// </summary>
    public bool Repeatable
    {
        get => DeclaredRepeatable ?? false;
        set => DeclaredRepeatable = value;
    }

    internal bool? DeclaredRepeatable { get; private set; }

    /// <summary>Whether a request becomes a job. One at a path that is left alone was not checked, and runs at once.</summary>
    internal bool Takes(HttpContext context, Preferences preferences) =>
        context.Features.Get<JobRun>() is null
        && context.Features.Get<Exchange>() is not null
        && (!OnRequest || preferences.RespondAsync);

    long? IRequestDemands.MaxKeptContent(HttpContext context) =>
        Takes(context) ? context.RequestServices.GetRequiredService<IOptions<JobOptions>>().Value.MaxStoredContent : null;

    ProblemError? IRequestDemands.FieldFault(HttpContext context) =>
        Takes(context) ? IdempotencyKey.FaultOf(context.Request.Headers, RequiresKey) : null;

    IEnumerable<ProblemType> IRequestDemands.Refusals =>
    [
        ProblemType.InvalidParameter, ProblemType.ContentLengthOverLimit, ProblemType.KeyReused, ProblemType.StorageFull,
        .. OneAtATime ? [ProblemType.InProgress] : (ProblemType[])[],
    ];

    /// <summary>
    /// A request that comes again with its key is the same job, although it may have changed what the request names: the job judges.
    /// </summary>
    bool IRequestDemands.DefersPreconditions(HttpContext context) =>
        Takes(context) && IdempotencyKey.Of(context.Request.Headers) is not null;

    private bool Takes(HttpContext context) => Takes(context, Preferences.Of(context.Request.Headers));
}
