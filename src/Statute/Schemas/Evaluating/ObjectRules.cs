namespace Statute.Schemas.Evaluating;

/// <summary>What a schema asks of an object.</summary>
internal sealed class ObjectRules
{
    public static readonly ObjectRules None = new();

    /// <summary>Every name that a keyword mentions.</summary>
    public NameTable Names = NameTable.Empty;

    /// <summary>For each of the names its schema under <c>properties</c>, if it has one.</summary>
    public SchemaNode?[] Properties = [];

    /// <summary>The names that must be there, one bit each.</summary>
    public ulong[] Required = [];

    public PatternProperty[] Patterns = [];
    public SchemaNode? Additional;
    public SchemaNode? PropertyNames;

    /// <summary>The names that something depends on, one bit each.</summary>
    public ulong[] Dependent = [];

    /// <summary>For each of the names what depends on it; empty where nothing depends on any.</summary>
    public Dependency?[] Dependencies = [];

    public int MinProperties;
    public int MaxProperties = int.MaxValue;
}
