using System.Text;
using System.Text.Json;
using Statute.Schemas.Numbers;

namespace Statute.Schemas.Compiling;

/// <summary>The keywords for numbers.</summary>
internal static class NumberKeywords
{
    public static bool Read(SchemaContext schema, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "minimum" when !IsExclusive(schema, "exclusiveMinimum"):
                schema.Numbers.Minimum = Bound(schema, keyword, value);
                return true;
            case "minimum":
                schema.Numbers.ExclusiveMinimum = Bound(schema, keyword, value);
                return true;
            case "maximum" when !IsExclusive(schema, "exclusiveMaximum"):
                schema.Numbers.Maximum = Bound(schema, keyword, value);
                return true;
            case "maximum":
                schema.Numbers.ExclusiveMaximum = Bound(schema, keyword, value);
                return true;
            case "exclusiveMinimum" or "exclusiveMaximum" when schema.Dialect == SchemaDialect.OpenApi30:
                ReadFlag(schema, keyword, value);
                return true;
            case "exclusiveMinimum":
                schema.Numbers.ExclusiveMinimum = Bound(schema, keyword, value);
                return true;
            case "exclusiveMaximum":
                schema.Numbers.ExclusiveMaximum = Bound(schema, keyword, value);
                return true;
            case "multipleOf":
                schema.Numbers.MultipleOf = Step(schema, keyword, value);
                return true;
            default:
                return false;
        }
    }

    // In OpenAPI 3.0 the flag makes the bound beside it exclusive.
    private static bool IsExclusive(SchemaContext schema, string keyword) =>
        schema.Dialect == SchemaDialect.OpenApi30 && schema.Has(keyword, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static void ReadFlag(SchemaContext schema, string keyword, JsonElement value)
    {
        var bound = keyword == "exclusiveMinimum" ? "minimum" : "maximum";
        if (schema.Flag(keyword, value) && !schema.Has(bound, out _))
        {
            schema.Fault(keyword, $"is true without a '{bound}'. Add it, or remove this.");
        }
    }

    private static NumberBound? Bound(SchemaContext schema, string keyword, JsonElement value) =>
        schema.Is(keyword, value, JsonValueKind.Number, "a number") ? new NumberBound(value.GetRawText()) : null;

    private static NumberStep? Step(SchemaContext schema, string keyword, JsonElement value)
    {
        if (!schema.Is(keyword, value, JsonValueKind.Number, "a number above 0"))
        {
            return null;
        }

        var text = value.GetRawText();
        var number = DecimalText.Parse(Encoding.ASCII.GetBytes(text));
        if (number.IsZero || number.IsNegative)
        {
            schema.Fault(keyword, $"is {text}; it must be above 0.");
            return null;
        }

        if (number.Count > NumberStep.MaxDigits)
        {
            schema.Fault(keyword, $"has {number.Count} significant digits; at most {NumberStep.MaxDigits} are judged exactly.");
            return null;
        }

        return new NumberStep(text);
    }
}
