namespace Statute.Schemas.Patterns;

/// <summary>What a pattern can ask of a place.</summary>
internal enum AssertionKind
{
    Start,
    End,
    WordBoundary,
    NoWordBoundary,
    Ahead,
    NotAhead,
    Behind,
    NotBehind,
}
