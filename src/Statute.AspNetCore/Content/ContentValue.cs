using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Statute.AspNetCore.Content;

/// <summary>The words for a value of the content that does not fit.</summary>
internal static class ContentValue
{
    /// <summary>Types that JSON writes as strings, though nobody thinks of them as such.</summary>
    private static readonly HashSet<Type> InStrings =
    [
        typeof(Guid), typeof(DateOnly), typeof(TimeOnly), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Uri),
        typeof(Version), typeof(char),
    ];

    internal static string DetailOf(JsonElement value, JsonTypeInfo type)
    {
        var expected = Expected(value, type, out var kind);
        return expected is null ? $"The value is {Found(value, null)}, which cannot be read."
            : $"The value is {Found(value, kind)}; it must be {expected}.";
    }

    internal static string DetailOf(JsonElement value) => $"The value is {Found(value, null)}, which does not fit.";

    private static string? Expected(JsonElement value, JsonTypeInfo type, out JsonValueKind kind)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        kind = JsonValueKind.Undefined;
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object && type.PolymorphismOptions is { } kinds:
                return $"one whose member '{kinds.TypeDiscriminatorPropertyName}', the first, says of which kind it is";
            case JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary:
                return "an object";
            case JsonTypeInfoKind.Enumerable:
                return "an array";
            case JsonTypeInfoKind.None when !IsOwn(type):
                return null;
        }

        if (plain.IsEnum)
        {
            return OneOf(plain, type, ref kind);
        }

        if (InStrings.Contains(plain))
        {
            kind = JsonValueKind.String;
            return value.ValueKind == kind ? ExpectedValue.Of(plain) : $"a string that holds {ExpectedValue.Of(plain)}";
        }

        if (plain == typeof(byte[]) || plain == typeof(string))
        {
            kind = JsonValueKind.String;
            return ExpectedValue.Of(plain);
        }

        kind = plain == typeof(bool) ? JsonValueKind.True : JsonValueKind.Number;
        if (value.ValueKind != JsonValueKind.Number || kind == JsonValueKind.True)
        {
            return ExpectedValue.Of(plain);
        }

        var words = ExpectedValue.Of(plain, value.GetRawText());
        return words == "a number" ? "a smaller number" : words;
    }

    /// <summary>The names of an enumeration as the serializer writes them; without a converter for names it writes numbers.</summary>
    private static string? OneOf(Type type, JsonTypeInfo info, ref JsonValueKind kind)
    {
        var names = new List<string>();
        try
        {
            foreach (var value in Enum.GetValuesAsUnderlyingType(type))
            {
                var written = JsonSerializer.SerializeToElement(Enum.ToObject(type, value), info);
                if (written.ValueKind != JsonValueKind.String)
                {
                    kind = JsonValueKind.Number;
                    return "a whole number";
                }

                names.Add(written.GetString()!);
            }
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }

        kind = JsonValueKind.String;
        return ExpectedValue.OneOf(names);
    }

    /// <summary>Whether the serializer's own converter reads the type; what another reads, only its documentation can tell.</summary>
    internal static bool IsReadBySerializer(JsonTypeInfo type) => type.Converter.GetType().Assembly == typeof(JsonSerializer).Assembly;

    private static bool IsOwn(JsonTypeInfo type) => IsReadBySerializer(type) && ExpectedValue.Of(type.Type) is not null;

    /// <summary>A value of the kind that is expected is shown, as it is its text that is wrong; of another its kind is told.</summary>
    private static string Found(JsonElement value, JsonValueKind? expected) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.String => expected is null or JsonValueKind.String ? ShownValue.Of(value.GetString()!) : "a string",
        JsonValueKind.Number => expected is null or JsonValueKind.Number ? ShownValue.Short(value.GetRawText()) : "a number",
    };
}
