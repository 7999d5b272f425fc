namespace Statute.Schemas.Patterns;

/// <summary>One step of a <see cref="PatternProgram"/>. The two numbers are places in the program, or slots.</summary>
internal readonly record struct PatternStep(StepKind Kind, int First, int Second, CodePointSet? Set);
