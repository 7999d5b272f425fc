using System.Text.Json;

namespace Statute.Schemas.Compiling;

/// <summary>The meta-schemas of 2020-12 as json-schema.org publishes them: schemas may refer to them like to any other.</summary>
internal static class MetaSchemas
{
    private static readonly Lazy<Dictionary<string, JsonElement>> ById = new(Read);

    public static JsonElement? Find(string uri) =>
        uri.StartsWith("https://json-schema.org/draft/2020-12/", StringComparison.Ordinal) && ById.Value.TryGetValue(uri, out var schema)
            ? schema
            : null;

    private static Dictionary<string, JsonElement> Read()
    {
        using var file = typeof(MetaSchemas).Assembly.GetManifestResourceStream("draft2020-12.json")!;
        using var document = JsonDocument.Parse(file);
        return document.RootElement.Clone().EnumerateArray().ToDictionary(schema => schema.GetProperty("$id").GetString()!);
    }
}
