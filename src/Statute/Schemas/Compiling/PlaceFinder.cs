using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Statute.Schemas.Compiling;

/// <summary>Finds all schemas within a schema by the keywords that hold schemas, with the resource and the anchors of each.</summary>
internal sealed class PlaceFinder(SchemaLibrary library, SchemaDocument document)
{
    public void Find(JsonElement schema, string pointer, SchemaResource resource)
    {
        // Documents nest as deep as their writer likes, and an overflow of the stack cannot be caught.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (document.Places.ContainsKey(pointer))
        {
            return;
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            document.Places.Add(pointer, new SchemaPlace(document, pointer, schema, resource));
            return;
        }

        resource = library.HasIdentifiers ? ResourceOf(schema, pointer, resource) : resource;
        var place = new SchemaPlace(document, pointer, schema, resource);
        document.Places.Add(pointer, place);
        if (library.HasIdentifiers)
        {
            ReadAnchors(place);
        }

        foreach (var member in schema.EnumerateObject())
        {
            var inner = JsonPointer.Append(pointer, member.Name);
            switch (library.Keywords[member.Name])
            {
                case KeywordShape.Schema:
                    Find(member.Value, inner, resource);
                    break;
                case KeywordShape.Schemas when member.Value.ValueKind == JsonValueKind.Array:
                    foreach (var (index, item) in member.Value.EnumerateArray().Index())
                    {
                        Find(item, JsonPointer.Append(inner, index), resource);
                    }

                    break;
                case KeywordShape.Members or KeywordShape.Definitions when member.Value.ValueKind == JsonValueKind.Object:
                    foreach (var named in member.Value.EnumerateObject())
                    {
                        Find(named.Value, JsonPointer.Append(inner, named.Name), resource);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private SchemaResource ResourceOf(JsonElement schema, string pointer, SchemaResource around)
    {
        var resource = around;
        if (Text(schema, "$id") is { } id)
        {
            var (uri, fragment) = UriReference.Split(id);
            if (fragment.Length > 0)
            {
                library.Faults.Add(document.LocationOf(pointer + "/$id"), $"'$id' is '{id}'; it has no fragment. Use '$anchor' for that.");
            }

            resource = library.AddResource(UriReference.Resolve(around.Uri, uri), document, pointer);
            resource.Vocabularies = around.Vocabularies;
        }

        if (pointer.Length == 0 || resource != around)
        {
            resource.Vocabularies = schema.TryGetProperty("$schema", out _)
                ? Vocabularies.Of(schema, new SchemaPlace(document, pointer, schema, resource), library)
                : resource.Vocabularies;
        }

        return resource;
    }

    private void ReadAnchors(SchemaPlace place)
    {
        AddAnchor(place, "$anchor", place.Resource.Anchors);
        AddAnchor(place, "$dynamicAnchor", place.Resource.DynamicAnchors);
    }

    private void AddAnchor(SchemaPlace place, string keyword, Dictionary<string, SchemaPlace> anchors)
    {
        if (Text(place.Element, keyword) is { } name && !anchors.TryAdd(name, place))
        {
            library.Faults.Add(place, keyword, $"is '{name}', as at {anchors[name].Location}. Rename one.");
        }
    }

    private static string? Text(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
