namespace Statute.Schemas.Evaluating;

/// <summary>A number of the content. <see cref="Small"/> is its value where it is written as a whole number of up to 18 digits.</summary>
internal readonly record struct NumberToken(int Start, int Length, bool IsSmall, long Small);
