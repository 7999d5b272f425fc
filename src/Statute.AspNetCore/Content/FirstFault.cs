using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Statute.Problems;

namespace Statute.AspNetCore.Content;

/// <summary>
/// The first fault of content that is too long to be searched for all: a document of it would be many times its size. The serializer reads
/// the bytes as the binder did, and says where it has stopped.
/// </summary>
internal static class FirstFault
{
    /// <summary>The longest content that is searched for all its faults, in bytes.</summary>
    internal const int MostSearched = 1024 * 1024;

    internal static IReadOnlyList<ProblemError> Of(ReadOnlySpan<byte> content, JsonTypeInfo type)
    {
        if (ContentTrial.FaultOf(content, type) is not { IsOfTheContent: true } fault)
        {
            return [];
        }

        var detail = ValueAt(content, fault.Names) is { } value
            ? ContentValue.DetailOf(value)
            : "A value that is needed here is missing.";
        return [new ProblemError(detail, FragmentPointer.Of(fault.Names))];
    }

    private static JsonElement? ValueAt(ReadOnlySpan<byte> content, IReadOnlyList<string> names)
    {
        var reader = new Utf8JsonReader(content);
        reader.Read();
        foreach (var name in names)
        {
            if (!TryEnter(ref reader, name))
            {
                return null;
            }
        }

        // What an object or an array holds is not shown.
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => JsonElement.Parse("{}"),
            JsonTokenType.StartArray => JsonElement.Parse("[]"),
            _ => JsonElement.ParseValue(ref reader),
        };
    }

    private static bool TryEnter(ref Utf8JsonReader reader, string name)
    {
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        if (!isObject && reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var wanted = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        for (var index = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); index++)
        {
            var isHere = isObject ? reader.ValueTextEquals(name) : index == wanted;
            if (isObject)
            {
                reader.Read();
            }

            if (isHere)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
