namespace Statute.Schemas.Evaluating;

/// <summary>What follows when a name is there: other names (<c>dependentRequired</c>) and a schema (<c>dependentSchemas</c>).</summary>
internal sealed record Dependency(int[] Required, SchemaNode? Schema);
