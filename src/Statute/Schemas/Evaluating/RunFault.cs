namespace Statute.Schemas.Evaluating;

/// <summary>Why a run ended before its verdict. Such an end outlives every <c>not</c> and <c>anyOf</c>.</summary>
internal enum RunFault : byte
{
    None,
    NotUtf8,
    Syntax,
    DuplicateName,
    LoneSurrogate,
    Depth,
    Members,
    Items,
    StringBytes,
    Exponent,
    Steps,
    Violations,
}
