namespace Statute.AspNetCore;

/// <summary>The endpoint is declared, but not built: it answers by row 501, and its handler does not run.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NotBuiltAttribute : Attribute;
