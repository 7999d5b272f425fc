namespace Statute.Schemas.Evaluating;

/// <summary>The items of one array so far.</summary>
internal struct Items
{
    public required int Marks { get; init; }

    public int Count;
    public int Contained;
}
