namespace Statute.Schemas.Patterns;

/// <summary>
/// What a step of a <see cref="PatternProgram"/> does. A look is followed by its own steps, up to a match. Within a look back the text is
/// read from its end to its start, as ECMA-262 has it: such steps have kinds of their own.
/// </summary>
internal enum StepKind
{
    Match,
    Character,
    CharacterBack,
    Split,
    Jump,
    Save,
    Forget,
    Progress,
    BackReference,
    BackReferenceBack,
    Start,
    End,
    WordBoundary,
    NoWordBoundary,
    Look,
    NotLook,
}
