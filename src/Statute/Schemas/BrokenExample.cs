namespace Statute.Schemas;

/// <summary>A value that conforms but for one keyword in one place.</summary>
/// <param name="Content">The value, as UTF-8 JSON.</param>
/// <param name="Violation">The only violation that an explanation tells of it.</param>
public sealed record BrokenExample(ReadOnlyMemory<byte> Content, SchemaViolation Violation);
