using System.Text.Json;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Numbers;

namespace Statute.Schemas.Compiling;

/// <summary>Notes keywords that leave nothing to conform: it is legal to write them, and hardly ever meant.</summary>
internal static class Contradictions
{
    public static void Find(SchemaContext schema)
    {
        if (schema.Node.Strings is { } strings)
        {
            Note(schema, strings.MinLength > strings.MaxLength, "minLength", "maxLength");
        }

        if (schema.Node.Arrays is { } arrays)
        {
            Note(schema, arrays.MinItems > arrays.MaxItems, "minItems", "maxItems");
            Note(schema, arrays.Contains is not null && arrays.MinContains > arrays.MaxContains, "minContains", "maxContains");
        }

        if (schema.Node.Numbers is { } numbers)
        {
            var (above, below) = (numbers.ExclusiveMinimum, numbers.ExclusiveMaximum);
            Note(schema, IsAbove(numbers.Minimum, numbers.Maximum, orEqual: false), "minimum", "maximum");
            Note(schema, IsAbove(numbers.Minimum, below, orEqual: true), "minimum", "exclusiveMaximum");
            Note(schema, IsAbove(above, numbers.Maximum, orEqual: true), "exclusiveMinimum", "maximum");
            Note(schema, IsAbove(above, below, orEqual: true), "exclusiveMinimum", "exclusiveMaximum");
        }

        if (schema.Node.Objects is { } objects)
        {
            Note(schema, objects.MinProperties > objects.MaxProperties, "minProperties", "maxProperties");
            FindMissing(schema, objects);
        }

        if (schema.Node.Enumeration is not null && schema.Has("enum", out var values) && values.GetArrayLength() > 0
            && values.EnumerateArray().All(value => (TypeOf(value) & schema.Node.Types) == 0))
        {
            schema.Note("enum", "has no value of the 'type' beside it: no value conforms.");
        }
    }

    private static void FindMissing(SchemaContext schema, ObjectRules rules)
    {
        var required = Enumerable.Range(0, rules.Required.Length > 0 ? rules.Names.Count : 0)
            .Where(name => (rules.Required[name >> 6] & (1UL << name)) != 0).ToList();
        if (required.Count > rules.MaxProperties)
        {
            schema.Note("required", "names more members than 'maxProperties' allows: no object conforms.");
        }

        if (rules.Patterns.Length == 0 && schema.Has("additionalProperties", out var additional)
            && additional.ValueKind == JsonValueKind.False && required.Any(name => rules.Properties[name] is null))
        {
            schema.Note("required", "names a member that 'additionalProperties' forbids: no object conforms.");
        }
    }

    private static bool IsAbove(NumberBound? minimum, NumberBound? maximum, bool orEqual) =>
        minimum is not null && maximum is not null && DecimalText.Compare(minimum.Value, maximum.Value) > (orEqual ? -1 : 0);

    private static TypeSet TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => TypeSet.Object,
        JsonValueKind.Array => TypeSet.Array,
        JsonValueKind.String => TypeSet.String,
        JsonValueKind.Number => TypeSet.Number | TypeSet.Integer,
        JsonValueKind.True or JsonValueKind.False => TypeSet.Boolean,
        _ => TypeSet.Null,
    };

    private static void Note(SchemaContext schema, bool contradicts, string minimum, string maximum)
    {
        if (contradicts)
        {
            schema.Note(minimum, $"leaves nothing below '{maximum}': no value of that type conforms.");
        }
    }
}
