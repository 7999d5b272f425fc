using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Compiling;

/// <summary>Finds schemas that ask themselves about the same value again, which would never end.</summary>
internal static class EndlessReferences
{
    public static void Find(IReadOnlyCollection<SchemaNode> nodes, FaultList faults)
    {
        var done = new HashSet<SchemaNode>();
        foreach (var node in nodes)
        {
            Walk(node, done, faults);
        }
    }

    // Not by recursion: chains of references are as long as their writer likes.
    private static void Walk(SchemaNode root, HashSet<SchemaNode> done, FaultList faults)
    {
        var open = new HashSet<SchemaNode>();
        var ways = new Stack<(SchemaNode Node, IEnumerator<SchemaNode> Next)>();
        Enter(root);
        while (ways.TryPeek(out var way))
        {
            if (!way.Next.MoveNext())
            {
                done.Add(way.Node);
                open.Remove(way.Node);
                ways.Pop();
            }
            else if (open.Contains(way.Next.Current))
            {
                faults.Add(way.Next.Current.Location, "The schema leads back to itself for the same value. Break the circle.");
            }
            else
            {
                Enter(way.Next.Current);
            }
        }

        void Enter(SchemaNode node)
        {
            if (!done.Contains(node))
            {
                open.Add(node);
                ways.Push((node, InPlace(node).GetEnumerator()));
            }
        }
    }

    private static IEnumerable<SchemaNode> InPlace(SchemaNode node)
    {
        var rules = node.Place ?? new PlaceRules();
        SchemaNode?[] single = [rules.Reference, rules.Dynamic?.Initial, rules.Not, rules.If, rules.Then, rules.Else];
        return single.Concat(rules.AllOf).Concat(rules.AnyOf).Concat(rules.OneOf)
            .Concat(node.Objects?.Dependencies.Select(dependency => dependency?.Schema) ?? []).OfType<SchemaNode>();
    }
}
