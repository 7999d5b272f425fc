namespace Statute.AspNetCore.Deferred;

/// <summary>A feature of requests that were accepted before, and run now.</summary>
/// <param name="Operation">The operation that the request was accepted for, see <see cref="OperationName"/>.</param>
internal sealed record DeferredRequest(string Operation);
