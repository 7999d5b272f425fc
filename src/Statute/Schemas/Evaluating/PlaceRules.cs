namespace Statute.Schemas.Evaluating;

/// <summary>Schemas that a schema asks of the same value. Each of them reads the value again.</summary>
internal sealed class PlaceRules
{
    public SchemaNode? Reference;
    public DynamicReference? Dynamic;
    public SchemaNode[] AllOf = [];
    public SchemaNode[] AnyOf = [];
    public SchemaNode[] OneOf = [];
    public Choice? AnyOfChoice;
    public Choice? OneOfChoice;
    public SchemaNode? Not;
    public SchemaNode? If;
    public SchemaNode? Then;
    public SchemaNode? Else;
    public SchemaNode? UnevaluatedItems;
    public SchemaNode? UnevaluatedProperties;

    /// <summary>The schema entered by them whose end cannot be known before: whether the dynamic scope must be kept.</summary>
    public bool KeepsScope;
}
