namespace Statute.Schemas.Compiling;

/// <summary>What stands under a keyword, as far as it holds schemas.</summary>
internal enum KeywordShape
{
    /// <summary>No schema; the keyword is judged.</summary>
    Plain,

    /// <summary>No schema; the keyword is for readers, or for finding other schemas.</summary>
    Annotation,

    /// <summary>A schema.</summary>
    Schema,

    /// <summary>A list of schemas.</summary>
    Schemas,

    /// <summary>Schemas by name.</summary>
    Members,

    /// <summary>Schemas by name that only references lead to.</summary>
    Definitions,
}
