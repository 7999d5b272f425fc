namespace Statute.Schemas.Evaluating;

/// <summary>What a schema asks of an array.</summary>
internal sealed class ArrayRules
{
    public static readonly ArrayRules None = new();

    public SchemaNode[] Prefix = [];
    public SchemaNode? Items;
    public SchemaNode? Contains;
    public int MinContains = 1;
    public int MaxContains = int.MaxValue;
    public int MinItems;
    public int MaxItems = int.MaxValue;
    public bool Unique;
}
