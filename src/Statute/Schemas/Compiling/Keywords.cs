namespace Statute.Schemas.Compiling;

/// <summary>Reads all keywords of a schema, and says which of them are not judged.</summary>
internal static class Keywords
{
    // What earlier drafts called by these names 2020-12 calls otherwise, or no longer has.
    private static readonly string[] OfEarlierDrafts = ["dependencies", "additionalItems", "$recursiveRef", "$recursiveAnchor", "id"];

    public static void Read(SchemaContext schema)
    {
        if (schema.Dialect == SchemaDialect.OpenApi30 && schema.Has("$ref", out var only))
        {
            PlaceKeywords.ReadReference(schema, only);
            return;
        }

        foreach (var member in schema.Place.Element.EnumerateObject())
        {
            if (schema.Compiler.Library.Keywords[member.Name] is not { } shape)
            {
                Unknown(schema, member.Name);
            }
            else if (member.Name.StartsWith("content", StringComparison.Ordinal))
            {
                schema.Note(member.Name, "describes what a text holds; it is not judged.");
            }
            else if (shape is not (KeywordShape.Annotation or KeywordShape.Definitions))
            {
                Read(schema, member.Name, member.Value);
            }
        }
    }

    private static void Read(SchemaContext schema, string keyword, System.Text.Json.JsonElement value)
    {
        // A meta-schema without the vocabulary of validation leaves its keywords to readers.
        if ((schema.Vocabularies & VocabularySet.Validation) != 0
            && (TypeKeywords.Read(schema, keyword, value) || NumberKeywords.Read(schema, keyword, value)
                || LengthKeywords.Read(schema, keyword, value)))
        {
            return;
        }

        if (FormatKeyword.Read(schema, keyword, value) || PlaceKeywords.ReadCore(schema, keyword, value))
        {
            return;
        }

        var applies = (schema.Vocabularies & VocabularySet.Applicator) != 0;
        _ = (applies && (ObjectKeywords.Read(schema, keyword, value) || ArrayKeywords.Read(schema, keyword, value)
                || PlaceKeywords.Read(schema, keyword, value)))
            || UnevaluatedKeywords.Read(schema, keyword);
    }

    private static void Unknown(SchemaContext schema, string keyword)
    {
        if (keyword.StartsWith("x-", StringComparison.Ordinal))
        {
            return;
        }

        if (schema.Dialect == SchemaDialect.OpenApi30 && !schema.Compiler.Options.ExemptKeywords.Contains(keyword))
        {
            schema.Fault(keyword, "is not a keyword of OpenAPI 3.0. Remove it, name it 'x-...', or exempt it.");
            return;
        }

        schema.Note(keyword, OfEarlierDrafts.Contains(keyword)
            ? "is a keyword of an earlier draft and has no meaning in 2020-12; it is not judged."
            : "is not known; it is not judged.");
    }
}
