using System.Text.Json;
using Statute.Schemas.Formats;

namespace Statute.Schemas.Compiling;

/// <summary><c>format</c>, where it is judged.</summary>
internal static class FormatKeyword
{
    public static bool Read(SchemaContext schema, string keyword, JsonElement value)
    {
        if (keyword != "format")
        {
            return false;
        }

        var asserts = schema.Compiler.Options.AssertFormat || (schema.Vocabularies & VocabularySet.FormatAssertion) != 0;
        if (!schema.Is(keyword, value, JsonValueKind.String, "the name of a format"))
        {
            return true;
        }

        var name = value.GetString()!;
        if (asserts)
        {
            Read(schema, name);
        }
        else if (schema.Compiler.IsNewFormat(name))
        {
            schema.Note(keyword, $"is '{name}', here and wherever else it is; it is not judged, because 'AssertFormat' is not set.");
        }

        return true;
    }

    private static void Read(SchemaContext schema, string name)
    {
        if (StringFormat.Find(name) is { } format)
        {
            schema.Strings.Format = format;
        }
        else if (NumberFormat.Find(name) is { } range)
        {
            schema.Numbers.Format = range;
        }
        else
        {
            schema.Note("format", $"is '{name}', which is not known here; it is not judged.");
        }
    }
}
