namespace Statute.Schemas.Patterns;

/// <summary>What a <see cref="ByteStep"/> does.</summary>
internal enum ByteStepKind
{
    Range,
    Fork,
    Start,
    End,
    Match,
}
