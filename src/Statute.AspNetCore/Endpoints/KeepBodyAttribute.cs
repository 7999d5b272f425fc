namespace Statute.AspNetCore;

/// <summary>
/// Leaves the application's own error bodies as they are: what it writes with 400 to 499, in any media type but
/// <c>application/problem+json</c> and up to 64 KiB, leaves byte for byte under the row's code. Without this the members of a JSON object
/// are kept in a problem, and other content is replaced by one. Problems, answers without content and everything from 500 on are treated
/// as everywhere.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class KeepBodyAttribute : Attribute;
