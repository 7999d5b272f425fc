using System.Text.Json;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Explaining;

namespace Statute.Schemas.Compiling;

/// <summary>Finds all names that stand twice in an object of a document, and all texts with half of a surrogate pair.</summary>
internal static class DocumentNames
{
    /// <summary>Notes them as far as the document is JSON, and tells where it no longer is; -1 where all of it is.</summary>
    public static int Find(string uri, ReadOnlySpan<byte> json, FaultList faults)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DocumentText.MaxDepth });
        try
        {
            reader.Read();
            Walk(ref reader, $"{uri}#", "", json, faults);
            return -1;
        }
        catch (JsonException)
        {
            return (int)reader.BytesConsumed;
        }
    }

    // As deep as the reader lets it.
    private static void Walk(ref Utf8JsonReader reader, string document, string pointer, ReadOnlySpan<byte> json, FaultList faults)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when Escapes.HasLoneSurrogate(reader.ValueSpan):
                Add(document, pointer, "This text has half of a surrogate pair", reader, json, faults);
                break;
            case JsonTokenType.StartArray:
                for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                {
                    Walk(ref reader, document, JsonPointer.Append(pointer, index), json, faults);
                }

                break;
            case JsonTokenType.StartObject:
                WalkObject(ref reader, document, pointer, json, faults);
                break;
            default:
                break;
        }
    }

    private static void WalkObject(ref Utf8JsonReader reader, string document, string pointer, ReadOnlySpan<byte> json, FaultList faults)
    {
        var names = new HashSet<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var inner = pointer;
            if (Escapes.HasLoneSurrogate(reader.ValueSpan))
            {
                Add(document, pointer, "A name has half of a surrogate pair", reader, json, faults);
            }
            else
            {
                var name = reader.GetString()!;
                inner = JsonPointer.Append(pointer, name);
                if (!names.Add(name))
                {
                    Add(document, inner, $"The name '{Shortened.Word(name)}' stands twice in its object", reader, json, faults);
                }
            }

            reader.Read();
            Walk(ref reader, document, inner, json, faults);
        }
    }

    private static void Add(
        string document, string pointer, string text, in Utf8JsonReader reader, ReadOnlySpan<byte> json, FaultList faults)
    {
        var place = FaultText.Place(json, (int)reader.TokenStartIndex);
        faults.Add(document + JsonPointer.ToFragment(pointer), $"{text}: {place}. Correct it there.");
    }
}
