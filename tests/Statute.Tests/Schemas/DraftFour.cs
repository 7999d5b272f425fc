using System.Text.Json;

namespace Statute.Tests.Schemas;

/// <summary>Tells which schemas of draft 4 say something that the schema object of OpenAPI 3.0 cannot.</summary>
internal static class DraftFour
{
    private static readonly string[] Lacking = ["patternProperties", "additionalItems", "dependencies"];

    // The document that it refers to, not the schema itself, has an 'id'.
    private const string OfIdentifier = "Location-independent identifier in remote ref";

    public static bool IsBeyondOpenApi30(string group, JsonElement schema) => group == OfIdentifier || IsBeyond(schema);

    private static bool IsBeyond(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => IsBeyond(member) || IsBeyond(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(IsBeyond),
        _ => false,
    };

    private static bool IsBeyond(JsonProperty member) => member.Name switch
    {
        "id" => member.Value.ValueKind == JsonValueKind.String,
        "items" => member.Value.ValueKind == JsonValueKind.Array,
        "type" => member.Value.ValueKind == JsonValueKind.Array || member.Value.ToString() == "null",
        "$ref" => member.Value.ToString().StartsWith("http://json-schema.org/", StringComparison.Ordinal),
        _ => Lacking.Contains(member.Name),
    };
}
