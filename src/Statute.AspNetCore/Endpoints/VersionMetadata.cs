namespace Statute.AspNetCore.Endpoints;

/// <summary>How an endpoint's resource tells its version.</summary>
/// <param name="Resource">The type of the resource.</param>
/// <param name="TagOf">The entity tag of a resource; null for anything else.</param>
internal sealed record VersionMetadata(Type Resource, Func<object, string?> TagOf);
