using System.Text.Json;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Compiling;

/// <summary>The keywords that hold schemas for the items of an array.</summary>
internal static class ArrayKeywords
{
    public static bool Read(SchemaContext schema, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "items" when value.ValueKind == JsonValueKind.Array:
                schema.Fault(keyword, "is a list, as in earlier drafts. In 2020-12 that is 'prefixItems'; OpenAPI 3.0 has no such thing.");
                return true;
            case "items":
                schema.Arrays.Items = schema.Compiler.NodeOf(schema.Place, keyword);
                return true;
            case "prefixItems":
                schema.Arrays.Prefix = List(schema, keyword, value);
                return true;
            case "contains":
                schema.Arrays.Contains = schema.Compiler.NodeOf(schema.Place, keyword);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The schemas of a list.</summary>
    public static SchemaNode[] List(SchemaContext schema, string keyword, JsonElement value)
    {
        if (!schema.Is(keyword, value, JsonValueKind.Array, "a list of schemas"))
        {
            return [];
        }

        if (value.GetArrayLength() == 0)
        {
            schema.Fault(keyword, "is an empty list; it must hold a schema.");
        }

        return [.. Enumerable.Range(0, value.GetArrayLength()).Select(index => schema.Compiler.NodeOf(schema.Place, keyword, index))];
    }
}
