namespace Statute.Schemas.Evaluating;

/// <summary>
/// A <c>$dynamicRef</c> that leads to a <c>$dynamicAnchor</c>: the outermost resource in the dynamic scope that has the anchor wins.
/// </summary>
internal sealed class DynamicReference
{
    public required SchemaNode Initial;

    /// <summary>The schema with the anchor, by resource.</summary>
    public readonly Dictionary<int, SchemaNode> Targets = [];

    public SchemaNode Resolve(ReadOnlySpan<int> scopes)
    {
        foreach (var resource in scopes)
        {
            if (Targets.TryGetValue(resource, out var target))
            {
                return target;
            }
        }

        return Initial;
    }
}
