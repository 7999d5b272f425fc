using System.Text.Json;
using Statute.Schemas.Explaining;
using Statute.Schemas.Patterns;

namespace Statute.Schemas.Compiling;

/// <summary>The keywords for lengths and counts, with <c>pattern</c> and <c>uniqueItems</c>.</summary>
internal static class LengthKeywords
{
    public static bool Read(SchemaContext schema, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "minLength":
                schema.Strings.MinLength = schema.Count(keyword, value);
                return true;
            case "maxLength":
                schema.Strings.MaxLength = schema.Count(keyword, value);
                return true;
            case "pattern":
                schema.Strings.Pattern = schema.Is(keyword, value, JsonValueKind.String, "a pattern")
                    ? Pattern(schema, keyword, value.GetString()!)
                    : null;
                return true;
            case "minItems":
                schema.Arrays.MinItems = schema.Count(keyword, value);
                return true;
            case "maxItems":
                schema.Arrays.MaxItems = schema.Count(keyword, value);
                return true;
            case "uniqueItems":
                schema.Arrays.Unique = schema.Flag(keyword, value);
                return true;
            case "minContains" or "maxContains" when !schema.Has("contains", out _):
                schema.Count(keyword, value);
                schema.Note(keyword, "stands without 'contains' beside it; it is not judged.");
                return true;
            case "minContains":
                schema.Arrays.MinContains = schema.Count(keyword, value);
                return true;
            case "maxContains":
                schema.Arrays.MaxContains = schema.Count(keyword, value);
                return true;
            case "minProperties":
                schema.Objects.MinProperties = schema.Count(keyword, value);
                return true;
            case "maxProperties":
                schema.Objects.MaxProperties = schema.Count(keyword, value);
                return true;
            case "required":
                schema.Texts(keyword, value);
                NamesOfObject.Read(schema);
                return true;
            case "dependentRequired":
                NamesOfObject.Read(schema);
                return true;
            default:
                return false;
        }
    }

    public static EcmaPattern? Pattern(SchemaContext schema, string keyword, string text)
    {
        try
        {
            var pattern = schema.Compiler.PatternOf(text);
            if (!pattern.IsLinear)
            {
                schema.Note(keyword,
                    $"'{Shortened.Word(text)}' needs a search that may take long; what takes more steps than the budget is refused.");
            }

            return pattern;
        }
        catch (PatternException e)
        {
            schema.Fault(keyword, $"'{Shortened.Word(text)}' cannot be used as a pattern of ECMA-262: {e.Message}.");
            return null;
        }
    }
}
