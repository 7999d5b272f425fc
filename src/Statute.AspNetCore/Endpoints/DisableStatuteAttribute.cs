namespace Statute.AspNetCore;

/// <summary>
/// The endpoint is left alone: it answers byte for byte as without Statute. The innermost of this and <see cref="HeldAttribute"/> wins.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DisableStatuteAttribute : Attribute;
