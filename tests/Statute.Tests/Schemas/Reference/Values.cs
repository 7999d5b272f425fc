using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Statute.Tests.Schemas.Reference;

/// <summary>Types and equality of JSON values.</summary>
internal static class Values
{
    public static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        _ => "object",
    };

    public static decimal Number(JsonNode value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public static bool IsOfType(JsonNode? value, JsonNode? type) => type is JsonArray types
        ? types.Any(one => IsOfType(value, one))
        : Kind(value) == type!.GetValue<string>()
            || (type.GetValue<string>() == "integer" && Kind(value) == "number" && decimal.IsInteger(Number(value!)));

    public static bool AreEqual(JsonNode? left, JsonNode? right) => Kind(left) == Kind(right) && Kind(left) switch
    {
        "null" => true,
        "number" => Number(left!) == Number(right!),
        "array" => left!.AsArray().Count == right!.AsArray().Count
            && left.AsArray().Zip(right.AsArray()).All(pair => AreEqual(pair.First, pair.Second)),
        "object" => left!.AsObject().Count == right!.AsObject().Count
            && left.AsObject().All(member => right.AsObject().ContainsKey(member.Key) && AreEqual(member.Value, right[member.Key])),
        _ => left!.ToJsonString() == right!.ToJsonString(),
    };

    public static bool AreUnique(JsonArray items) =>
        items.Index().All(one => items.Take(one.Index).All(other => !AreEqual(one.Item, other)));
}
