namespace Statute.Schemas.Evaluating;

/// <summary>A string of the content: what stands between its quotes, as it is written.</summary>
internal readonly record struct StringToken(int Start, int Length, bool Escaped);
