namespace Statute.AspNetCore.Endpoints;

/// <summary>How an endpoint's resource tells its version.</summary>
/// <param name="TagOf">The entity tag of a resource; null for anything else.</param>
internal sealed record VersionMetadata(Func<object, string?> TagOf);
