namespace Statute.Schemas;

/// <summary>Something in a schema that is not judged, so that nobody believes that it is.</summary>
/// <param name="Location">Where it stands: the URI of the document, if it has one, with a JSON pointer as fragment.</param>
/// <param name="Detail">What is not judged, and why.</param>
public sealed record SchemaNotice(string Location, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Location}: {Detail}";
}
