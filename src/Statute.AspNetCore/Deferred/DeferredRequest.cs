using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Deferred;

/// <summary>A feature of requests that were accepted before, and run now.</summary>
/// <param name="IsOperation">
/// Whether the endpoint that is selected is the one that the request was accepted for: after an update of the application its path may lead
/// to another one.
/// </param>
/// <param name="Ended">Canceled when its runner tells it to end, whatever the application says of RequestAborted.</param>
internal sealed record DeferredRequest(Func<HttpContext, bool> IsOperation, CancellationToken Ended);
