namespace Statute.Schemas;

/// <summary>How a schema is compiled.</summary>
public sealed record SchemaOptions
{
    /// <summary>The language of the schema; <see cref="SchemaDialect.Draft202012"/>.</summary>
    public SchemaDialect Dialect { get; init; } = SchemaDialect.Draft202012;

    /// <summary>Whether <c>format</c> is judged. Where it is not, it is an annotation, as 2020-12 has it.</summary>
    public bool AssertFormat { get; init; }

    /// <summary>Where the document comes from: the base of its references until an <c>$id</c> says otherwise.</summary>
    public string BaseUri { get; init; } = "";

    /// <summary>Finds other documents. Without it a reference to another document is a fault.</summary>
    public SchemaResolver? Resolver { get; init; }

    /// <summary>Keywords that the dialect lacks and that are passed over, each listed in <see cref="JsonSchema.Notices"/>.</summary>
    public IReadOnlyCollection<string> ExemptKeywords { get; init; } = [];

    /// <summary>What one judgement may cost.</summary>
    public SchemaBudgets Budgets { get; init; } = new();
}
