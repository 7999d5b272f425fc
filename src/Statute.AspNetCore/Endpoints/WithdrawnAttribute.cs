namespace Statute.AspNetCore;

/// <summary>
/// The service behind the endpoint has been withdrawn: it answers by row 503 without Retry-After, and its handler does not run.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WithdrawnAttribute : Attribute;
