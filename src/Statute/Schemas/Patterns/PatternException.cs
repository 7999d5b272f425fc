namespace Statute.Schemas.Patterns;

/// <summary>A pattern that is none. The compiler turns it into a fault of the schema.</summary>
internal sealed class PatternException(string message) : Exception(message);
