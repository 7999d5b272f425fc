namespace Statute.Schemas.Evaluating;

/// <summary>All of a run that a failed schema may leave changed.</summary>
internal readonly record struct RunPlace(int At, int Depth, int Nesting, int Top, int Scopes);
