namespace Statute.Schemas;

/// <summary>One fault of a schema.</summary>
/// <param name="Location">Where it stands: the URI of the document, if it has one, with a JSON pointer as fragment.</param>
/// <param name="Detail">What is wrong and what to correct.</param>
public sealed record SchemaFault(string Location, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Location}: {Detail}";
}
