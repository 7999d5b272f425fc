namespace Statute.Schemas.Compiling;

/// <summary><c>unevaluatedItems</c> and <c>unevaluatedProperties</c>.</summary>
internal static class UnevaluatedKeywords
{
    public static bool Read(SchemaContext schema, string keyword)
    {
        if ((schema.Vocabularies & VocabularySet.Unevaluated) == 0)
        {
            return false;
        }

        switch (keyword)
        {
            case "unevaluatedItems":
                schema.InPlace.UnevaluatedItems = schema.Compiler.NodeOf(schema.Place, keyword);
                return true;
            case "unevaluatedProperties":
                schema.InPlace.UnevaluatedProperties = schema.Compiler.NodeOf(schema.Place, keyword);
                return true;
            default:
                return false;
        }
    }
}
