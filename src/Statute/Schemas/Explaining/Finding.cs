using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Explaining;

/// <summary>A violation as the run tells it, before it is put in words.</summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Schema">The schema that has it.</param>
/// <param name="At">Where the value begins.</param>
/// <param name="Number">
/// What was counted: characters, items, members or branches that hold. Of a missing member the number of its name among those that the
/// schema knows.
/// </param>
internal readonly record struct Finding(Keyword Keyword, SchemaNode Schema, int At, int Number);
