using System.Text.Json;

namespace Statute.Schemas.Compiling;

/// <summary>A JSON text that holds schemas, and the places in it that were found to be schemas.</summary>
internal sealed class SchemaDocument(string uri, JsonElement root)
{
    public string Uri { get; } = uri;

    public JsonElement Root { get; } = root;

    public Dictionary<string, SchemaPlace> Places { get; } = [];

    /// <summary>A place in it as a URI with a pointer as fragment.</summary>
    public string LocationOf(string pointer) => $"{Uri}#{JsonPointer.ToFragment(pointer)}";
}
