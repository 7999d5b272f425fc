using System.Text.Json;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Compiling;

/// <summary>The keywords that hold schemas for the members of an object.</summary>
internal static class ObjectKeywords
{
    public static bool Read(SchemaContext schema, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "properties":
                NamesOfObject.Read(schema);
                return true;
            case "dependentSchemas":
                NamesOfObject.Read(schema);
                return true;
            case "patternProperties":
                if (schema.Is(keyword, value, JsonValueKind.Object, "an object"))
                {
                    schema.Objects.Patterns = [.. Patterns(schema, value)];
                }

                return true;
            case "additionalProperties":
                schema.Objects.Additional = schema.Compiler.NodeOf(schema.Place, keyword);
                return true;
            case "propertyNames":
                schema.Objects.PropertyNames = schema.Compiler.NodeOf(schema.Place, keyword);
                return true;
            default:
                return false;
        }
    }

    private static IEnumerable<PatternProperty> Patterns(SchemaContext schema, JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (LengthKeywords.Pattern(schema, "patternProperties", member.Name) is { } pattern)
            {
                yield return new PatternProperty(pattern, schema.Compiler.NodeOf(schema.Place, "patternProperties", member.Name));
            }
        }
    }
}
