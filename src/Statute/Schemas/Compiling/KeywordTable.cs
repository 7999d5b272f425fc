namespace Statute.Schemas.Compiling;

/// <summary>The keywords of each dialect.</summary>
internal sealed class KeywordTable
{
    public static readonly KeywordTable Draft202012 = new("""
        Plain       type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern format
        Plain       maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired
        Plain       $ref $dynamicRef
        Annotation  $schema $id $anchor $dynamicAnchor $vocabulary $comment title description default examples example deprecated
        Annotation  readOnly writeOnly contentEncoding contentMediaType xml externalDocs discriminator
        Schema      additionalProperties contains items not propertyNames if then else unevaluatedItems unevaluatedProperties
        Schema      contentSchema
        Schemas     allOf anyOf oneOf prefixItems
        Members     properties patternProperties dependentSchemas
        Definitions $defs definitions
        """);

    public static readonly KeywordTable OpenApi30 = new("""
        Plain       type enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern format
        Plain       maxItems minItems uniqueItems maxProperties minProperties required nullable discriminator $ref
        Annotation  title description default example deprecated readOnly writeOnly xml externalDocs
        Schema      additionalProperties items not
        Schemas     allOf anyOf oneOf
        Members     properties
        """);

    private readonly Dictionary<string, KeywordShape> _shapes = [];

    private KeywordTable(string table)
    {
        foreach (var row in table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            foreach (var keyword in row.Skip(1))
            {
                _shapes.Add(keyword, Enum.Parse<KeywordShape>(row[0]));
            }
        }
    }

    public static KeywordTable Of(SchemaDialect dialect) => dialect switch
    {
        SchemaDialect.Draft202012 => Draft202012,
        SchemaDialect.OpenApi30 => OpenApi30,
    };

    /// <summary>What the keyword holds; nothing if the dialect does not know it.</summary>
    public KeywordShape? this[string keyword] => _shapes.TryGetValue(keyword, out var shape) ? shape : null;
}
