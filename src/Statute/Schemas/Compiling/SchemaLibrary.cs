using System.Text.Json;

namespace Statute.Schemas.Compiling;

/// <summary>The documents of a compilation and the resources in them.</summary>
internal sealed class SchemaLibrary(SchemaOptions options, FaultList faults)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = DocumentText.MaxDepth };

    private readonly Dictionary<string, SchemaResource> _resources = [];
    private readonly HashSet<string> _missing = [];

    public FaultList Faults => faults;

    public KeywordTable Keywords { get; } = KeywordTable.Of(options.Dialect);

    public bool HasIdentifiers => options.Dialect == SchemaDialect.Draft202012;

    public IReadOnlyCollection<SchemaResource> Resources => [.. _resources.Values.Distinct()];

    /// <summary>Takes a document in.</summary>
    public SchemaDocument Add(string uri, JsonElement root)
    {
        var document = new SchemaDocument(uri, root);
        _resources.TryAdd(uri, new SchemaResource(_resources.Count, uri, document, ""));
        return document;
    }

    /// <summary>Parses a document and takes it in.</summary>
    public SchemaDocument? Add(string uri, ReadOnlyMemory<byte> utf8) =>
        DocumentText.IsSound(uri, utf8.Span, faults) ? Add(uri, JsonDocument.Parse(utf8, Deep).RootElement) : null;

    /// <summary>The resource of a URI without a fragment, fetched if need be.</summary>
    public SchemaResource? Find(string uri)
    {
        if (_resources.TryGetValue(uri, out var resource))
        {
            return resource;
        }

        if (!_missing.Add(uri))
        {
            return null;
        }

        var document = MetaSchemas.Find(uri) is { } meta ? Add(uri, meta)
            : options.Resolver?.Invoke(uri) is { IsEmpty: false } utf8 ? Add(uri, utf8)
            : null;
        if (document is not null)
        {
            PlaceAt(document, "");
        }

        return document is null ? null : _resources[uri];
    }

    /// <summary>The resource that begins with a schema.</summary>
    public SchemaResource AddResource(string uri, SchemaDocument document, string pointer)
    {
        if (_resources.TryGetValue(uri, out var known))
        {
            if (known.Document != document || known.Pointer != pointer)
            {
                faults.Add(document.LocationOf(pointer + "/$id"), $"'$id' is '{uri}', as at {known.Document.LocationOf(known.Pointer)}.");
            }

            return known;
        }

        var resource = new SchemaResource(_resources.Count, uri, document, pointer);
        _resources.Add(uri, resource);
        return resource;
    }

    /// <summary>The schema at a pointer of a document; nothing if nothing is there.</summary>
    public SchemaPlace? PlaceAt(SchemaDocument document, string pointer)
    {
        if (document.Places.TryGetValue(pointer, out var known))
        {
            return known;
        }

        // What no keyword leads to, such as a schema in an OpenAPI document, belongs to the nearest schema around it.
        var resource = _resources[document.Uri];
        JsonElement? element = document.Root;
        var at = "";
        foreach (var token in JsonPointer.Tokens(pointer))
        {
            at = JsonPointer.Append(at, token);
            element = JsonPointer.Step(element.Value, token);
            if (element is null)
            {
                return null;
            }

            resource = document.Places.TryGetValue(at, out var around) ? around.Resource : resource;
        }

        new PlaceFinder(this, document).Find(element.Value, at, resource);
        return document.Places[at];
    }
}
