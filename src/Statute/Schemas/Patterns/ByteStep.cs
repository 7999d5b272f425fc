namespace Statute.Schemas.Patterns;

/// <summary>One state of a pattern before it is made deterministic.</summary>
/// <param name="Kind">A range of bytes, a fork, the start or end of the text, or a match.</param>
/// <param name="Low">The first byte of the range.</param>
/// <param name="High">Its last byte.</param>
/// <param name="Next">The state behind it.</param>
/// <param name="Other">The other state behind a fork.</param>
internal readonly record struct ByteStep(ByteStepKind Kind, byte Low, byte High, int Next, int Other);
