using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Deferred;

/// <summary>A feature of requests that were accepted before, and run now.</summary>
/// <param name="Operation">The operation that the request was accepted for, see <see cref="OperationName"/>.</param>
/// <param name="Ended">Canceled when its runner tells it to end, whatever the application says of RequestAborted.</param>
internal sealed record DeferredRequest(string Operation, CancellationToken Ended)
{
    /// <summary>
    /// Whether the endpoint that is selected is the one that was accepted for: after an update of the application the path may lead to
    /// another one. True for a request that has just come.
    /// </summary>
    internal static bool LeadsToItsOperation(HttpContext context) =>
        context.Features.Get<DeferredRequest>() is not { } deferred || OperationName.Of(context) == deferred.Operation;
}
