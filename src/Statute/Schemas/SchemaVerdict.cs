namespace Statute.Schemas;

/// <summary>What a schema says of content.</summary>
public enum SchemaVerdict
{
    /// <summary>The content is JSON and conforms.</summary>
    Valid,

    /// <summary>The content is JSON and breaks a keyword of the schema.</summary>
    Invalid,

    /// <summary>The content is not JSON in UTF-8, or an object of it has a name twice.</summary>
    Malformed,

    /// <summary>The content is deeper, longer or more work than the budgets allow, and was not judged further.</summary>
    OverBudget,
}
