using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Statute.Tests.Schemas.Reference;

/// <summary>Types and equality of JSON values.</summary>
internal static class Values
{
    private const int Decimals = 100;

    private static readonly BigInteger One = BigInteger.Pow(10, Decimals);

    public static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        _ => "object",
    };

    /// <summary>The number of so many parts, of which 10^100 are one: exact for all that is made here.</summary>
    public static BigInteger Number(JsonNode value)
    {
        var text = value.ToJsonString().ToLowerInvariant();
        var mantissa = text.Split('e')[0];
        var exponent = text.Contains('e') ? int.Parse(text.Split('e')[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        exponent -= mantissa.Contains('.') ? mantissa.Length - mantissa.IndexOf('.') - 1 : 0;
        return BigInteger.Parse(mantissa.Replace(".", ""), CultureInfo.InvariantCulture) * BigInteger.Pow(10, Decimals + exponent);
    }

    public static int Count(JsonNode value) => (int)(Number(value) / One);

    public static bool IsOfType(JsonNode? value, JsonNode? type) => type is JsonArray types
        ? types.Any(one => IsOfType(value, one))
        : Kind(value) == type!.GetValue<string>()
            || (type.GetValue<string>() == "integer" && Kind(value) == "number" && Number(value!) % One == 0);

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
