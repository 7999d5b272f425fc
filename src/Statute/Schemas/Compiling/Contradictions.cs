namespace Statute.Schemas.Compiling;

/// <summary>Notes pairs of keywords that leave nothing to conform: it is legal to write them, and hardly ever meant.</summary>
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

        if (schema.Node.Objects is { } objects)
        {
            Note(schema, objects.MinProperties > objects.MaxProperties, "minProperties", "maxProperties");
        }

        if (schema.Node.Numbers is { Minimum: { } minimum, Maximum: { } maximum })
        {
            Note(schema, Numbers.DecimalText.Compare(minimum.Value, maximum.Value) > 0, "minimum", "maximum");
        }
    }

    private static void Note(SchemaContext schema, bool contradicts, string minimum, string maximum)
    {
        if (contradicts)
        {
            schema.Note(minimum, $"is above '{maximum}': no value of that type conforms.");
        }
    }
}
