using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Explaining;

/// <summary>A violation as the run tells it, before it is put in words.</summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Schema">The schema that has it.</param>
/// <param name="At">Where the value begins.</param>
/// <param name="Number">The number of the missing name among those that the schema knows; how many branches hold, for <c>oneOf</c>.</param>
internal readonly record struct Finding(Keyword Keyword, SchemaNode Schema, int At, int Number);
