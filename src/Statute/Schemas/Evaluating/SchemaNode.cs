namespace Statute.Schemas.Evaluating;

/// <summary>
/// One schema of a program. The compiler fills it and gives it away; from then on it is only read. What a schema does not say is
/// null, so that a run touches only what it needs.
/// </summary>
internal sealed class SchemaNode(string location, int resource)
{
    /// <summary>The schema that accepts everything.</summary>
    public static readonly SchemaNode Anything = new("", 0);

    public TypeSet Types = TypeSet.All;
    public StringRules? Strings;
    public NumberRules? Numbers;
    public ObjectRules? Objects;
    public ArrayRules? Arrays;
    public ConstantSet? Constant;
    public ConstantSet? Enumeration;
    public PlaceRules? Place;

    /// <summary>Whether this is the schema <c>false</c>.</summary>
    public bool IsFalse;

    /// <summary>The resource (the schema with an <c>$id</c>) that it belongs to, for the dynamic scope.</summary>
    public readonly int Resource = resource;

    /// <summary>Where it stands, for reports.</summary>
    public readonly string Location = location;

    public bool HasConstants => Constant is not null || Enumeration is not null;

    /// <summary>Whether only its type needs to be looked at, which the first byte of a value shows.</summary>
    public bool IsTypeOnly => Strings is null && Numbers is null && Objects is null && Arrays is null && !HasConstants
        && (Types & (TypeSet.Number | TypeSet.Integer)) != TypeSet.Integer;

    public override string ToString() => Location;
}
