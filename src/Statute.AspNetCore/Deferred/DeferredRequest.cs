namespace Statute.AspNetCore.Deferred;

/// <summary>A feature of requests that were accepted before, and run now.</summary>
/// <param name="Operation">The operation that the request was accepted for, see <see cref="OperationName"/>.</param>
/// <param name="Ended">Canceled when its runner tells it to end, whatever the application says of RequestAborted.</param>
internal sealed record DeferredRequest(string Operation, CancellationToken Ended);
