namespace Statute.Schemas.Patterns;

/// <summary>What a step of a <see cref="BacktrackingProgram"/> does. A look is followed by its own steps, up to a match.</summary>
internal enum StepKind
{
    Match,
    Character,
    Split,
    Jump,
    Save,
    Progress,
    BackReference,
    Start,
    End,
    WordBoundary,
    NoWordBoundary,
    Ahead,
    NotAhead,
    Behind,
    NotBehind,
}
