using System.Text;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Examples;

/// <summary>
/// All schemas that a value is made for: those given, what they refer to, and one branch where they leave a choice. What cannot be
/// made by following (<c>not</c>, the other branches of <c>oneOf</c>) is left to the check of what was made.
/// </summary>
internal sealed class Demands
{
    private readonly HashSet<SchemaNode> _known = [];
    private readonly List<SchemaNode> _nodes = [];
    private readonly Chance _chance;

    public Demands(IReadOnlyList<SchemaNode> nodes, Chance chance)
    {
        (Given, _chance) = (nodes, chance);
        foreach (var node in nodes)
        {
            Add(node);
        }
    }

    /// <summary>The schemas that the value is made for.</summary>
    public IReadOnlyList<SchemaNode> Given { get; }

    /// <summary>They, and all that they lead to.</summary>
    public IReadOnlyList<SchemaNode> Nodes => _nodes;

    /// <summary>Texts of members that a discriminator asks for.</summary>
    public Dictionary<string, string> Tags { get; } = [];

    public IEnumerable<ObjectRules> Objects => _nodes.Select(node => node.Objects).OfType<ObjectRules>();

    public IEnumerable<ArrayRules> Arrays => _nodes.Select(node => node.Arrays).OfType<ArrayRules>();

    public IEnumerable<StringRules> Strings => _nodes.Select(node => node.Strings).OfType<StringRules>();

    public IEnumerable<NumberRules> Numbers => _nodes.Select(node => node.Numbers).OfType<NumberRules>();

    /// <summary>The types that all of them accept; what accepts numbers accepts whole ones.</summary>
    public TypeSet Types => _nodes.Aggregate(TypeSet.All | TypeSet.Integer, (types, node) =>
        types & (node.Types.HasFlag(TypeSet.Number) ? node.Types | TypeSet.Integer : node.Types));

    /// <summary>Takes in a schema, and tells whether it was new.</summary>
    public bool Add(SchemaNode node)
    {
        if (_known.Contains(node))
        {
            return false;
        }

        // Not by recursion: chains of references are as long as their writer likes.
        var open = new Stack<SchemaNode>([node]);
        while (open.TryPop(out var next))
        {
            if (!_known.Add(next))
            {
                continue;
            }

            _nodes.Add(next);
            if (next.Place is { } rules)
            {
                SchemaNode?[] all = [rules.Reference, rules.Dynamic?.Initial, .. rules.AllOf, .. Branches(rules)];
                foreach (var inner in all.OfType<SchemaNode>().Reverse())
                {
                    open.Push(inner);
                }
            }
        }

        return true;
    }

    /// <summary>The schemas of a member.</summary>
    public List<SchemaNode> OfMember(string name, ExampleCheck check)
    {
        var text = Encoding.UTF8.GetBytes(name);
        var schemas = Objects.SelectMany(rules => OfMember(rules, text, check)).ToList();
        return schemas.Count > 0
            ? schemas
            : [.. _nodes.Select(node => node.Place?.UnevaluatedProperties).OfType<SchemaNode>()];
    }

    /// <summary>The schemas of an item.</summary>
    public List<SchemaNode> OfItem(int index)
    {
        var schemas = Arrays.Select(rules => index < rules.Prefix.Length ? rules.Prefix[index] : rules.Items).OfType<SchemaNode>().ToList();
        return schemas.Count > 0
            ? schemas
            : [.. _nodes.Select(node => node.Place?.UnevaluatedItems).OfType<SchemaNode>()];
    }

    private IEnumerable<SchemaNode?> Branches(PlaceRules rules)
    {
        yield return Branch(rules.AnyOf, rules.AnyOfChoice);
        yield return Branch(rules.OneOf, rules.OneOfChoice);
        if (rules.If is { } condition)
        {
            var then = rules.Else is null || _chance.Below(2) == 0;
            yield return then ? condition : rules.Else;
            yield return then ? rules.Then : null;
        }
    }

    private SchemaNode? Branch(SchemaNode[] branches, Choice? choice)
    {
        if (choice is not { IsDiscriminator: true })
        {
            return branches.Length > 0 ? _chance.Of(branches) : null;
        }

        var number = _chance.Below(choice.Branches.Length);
        Tags[Encoding.UTF8.GetString(choice.Name)] = Encoding.UTF8.GetString(choice.Values[number]);
        return choice.Branches[number];
    }

    private static List<SchemaNode> OfMember(ObjectRules rules, byte[] name, ExampleCheck check)
    {
        var number = rules.Names.Find(name, NameHash.Of(name));
        List<SchemaNode> schemas =
        [
            .. number >= 0 && rules.Properties[number] is { } property ? [property] : Array.Empty<SchemaNode>(),
            .. rules.Patterns.Where(pattern => check.Matches(pattern.Pattern, name)).Select(pattern => pattern.Schema),
        ];
        return schemas.Count > 0 || rules.Additional is null ? schemas : [rules.Additional];
    }
}
