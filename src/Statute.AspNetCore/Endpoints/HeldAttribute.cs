namespace Statute.AspNetCore;

/// <summary>
/// The endpoint is held to the table. This is so anyway, unless it is a hub, a health check, a gRPC service, or a group around it is
/// disabled. The innermost of this and <see cref="DisableStatuteAttribute"/> wins.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HeldAttribute : Attribute;
