using Statute.Schemas.Patterns;

namespace Statute.Schemas.Evaluating;

/// <summary>A member of <c>patternProperties</c>.</summary>
internal sealed record PatternProperty(EcmaPattern Pattern, SchemaNode Schema);
