namespace Statute.Schemas.Patterns;

/// <summary>One step of a <see cref="BacktrackingProgram"/>. The two numbers are places in the program, or a slot.</summary>
internal readonly record struct BacktrackingStep(StepKind Kind, int First, int Second, CodePointSet? Set);
