namespace Statute.Schemas.Compiling;

/// <summary>A schema with a URI of its own, and the anchors within.</summary>
internal sealed class SchemaResource(int number, string uri, SchemaDocument document, string pointer)
{
    public int Number { get; } = number;

    public string Uri { get; } = uri;

    public SchemaDocument Document { get; } = document;

    /// <summary>Where it begins in its document.</summary>
    public string Pointer { get; } = pointer;

    public VocabularySet Vocabularies { get; set; } = VocabularySet.Standard;

    public Dictionary<string, SchemaPlace> Anchors { get; } = [];

    public Dictionary<string, SchemaPlace> DynamicAnchors { get; } = [];
}
