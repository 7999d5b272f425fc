using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Statute.AspNetCore.Content;

/// <summary>One value of JSON content beside its type: whether the serializer takes it, and what to say where it does not.</summary>
internal static class ContentValue
{
    /// <summary>What the serializer says against the value, with the path within it; null where it takes it.</summary>
    internal static JsonException? RefusalOf(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            value.Deserialize(type);
            return null;
        }
        catch (JsonException e)
        {
            return e;
        }
        catch (Exception)
        {
            // A constructor or a converter of the application's own that throws something else: the serializer adds no path to it.
            return new JsonException();
        }
    }

    /// <summary>Whether the serializer makes infinity of a finite number.</summary>
    internal static bool IsInfinite(JsonElement value, Type type) => value.ValueKind == JsonValueKind.Number
        && ((type == typeof(double) && double.IsInfinity(value.GetDouble()))
            || (type == typeof(float) && float.IsInfinity(value.GetSingle()))
            || (type == typeof(Half) && Math.Abs(value.GetDouble()) > (double)Half.MaxValue));

    internal static string TooLarge(JsonElement value) => $"The value is {ShownValue.Of(value.GetRawText())}, which is too large a number.";

    internal static string Wrong(JsonElement value, JsonTypeInfo type) => ExpectedOf(value, type) is { } expected
        ? $"The value is {Shown(value, type)}; it must be {expected}."
        : "The value cannot be used here.";

    private static string? ExpectedOf(JsonElement value, JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "a list",
        JsonTypeInfoKind.None when type.Type.IsEnum => NamesOf(type),
        JsonTypeInfoKind.None => ExpectedValue.Of(type.Type, value.GetRawText()),
    };

    /// <summary>The names of an enum as the serializer writes them; a number where it writes numbers.</summary>
    private static string NamesOf(JsonTypeInfo type)
    {
        var written = Enum.GetValuesAsUnderlyingType(type.Type).Cast<object>()
            .Select(number => JsonSerializer.SerializeToElement(Enum.ToObject(type.Type, number), type))
            .ToList();
        return written.Any(element => element.ValueKind != JsonValueKind.String)
            ? "a whole number"
            : ExpectedValue.OneOf([.. written.Select(element => element.GetString()!)]);
    }

    /// <summary>The value itself where it is wrong in its kind, such as a date that is none; otherwise its kind.</summary>
    private static string Shown(JsonElement value, JsonTypeInfo type) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Number => type.Kind == JsonTypeInfoKind.None ? ShownValue.Of(value.GetRawText()) : "a number",
        JsonValueKind.String => type.Kind == JsonTypeInfoKind.None ? ShownValue.Of(value.GetString()!) : "a string",
        JsonValueKind.Undefined => "nothing",
    };
}
