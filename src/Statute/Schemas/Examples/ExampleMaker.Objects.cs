using System.Globalization;
using System.Text;
using System.Text.Json;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Examples;

internal sealed partial class ExampleMaker
{
    private const int MaxMembers = 1000;

    private MadeValue? Object(Demands demands, int depth, int guess)
    {
        if (NamesOf(demands, depth, guess) is not { } names)
        {
            return null;
        }

        var members = new List<(string Name, MadeValue Value)>();
        foreach (var (name, isRequired) in names)
        {
            var schemas = demands.OfMember(name);
            var made = demands.Tags.TryGetValue(name, out var tag)
                ? Leaf(new Demands(schemas, chance), MadeValue.Quote(tag))
                : schemas.Exists(schema => schema.IsFalse) ? null : Make(schemas, depth + 1, guess);
            if (made is not null)
            {
                members.Add((name, made));
            }
            else if (isRequired)
            {
                return null;
            }
        }

        return new MadeValue(demands) { Members = members };
    }

    private List<KeyValuePair<string, bool>>? NamesOf(Demands demands, int depth, int guess)
    {
        var names = new Dictionary<string, bool>();
        var most = demands.Objects.Select(rules => rules.MaxProperties).Append(int.MaxValue).Min();
        var least = demands.Objects.Select(rules => rules.MinProperties).Append(0).Max();
        if (least > MaxMembers)
        {
            return null;
        }

        AddRequired(demands, names);
        var optional = OptionalNames(demands).ToList();
        foreach (var name in optional.Where(_ => names.Count < (IsFull(depth) ? most : least)))
        {
            names.TryAdd(name, false);
            AddDependents(demands, names);
        }

        var wanted = IsFull(depth) && optional.Count == 0 && names.Count == 0 && demands.Objects.Any() ? Math.Min(1, most) : 0;
        for (var number = 0; names.Count < Math.Max(least, wanted) && number < 2 * MaxMembers; number++)
        {
            names.TryAdd(OtherName(demands, number + guess), names.Count < least);
        }

        // In the order of the schema, as its writer would.
        return [.. names.OrderBy(name => optional.IndexOf(name.Key) is >= 0 and var place ? place : int.MaxValue)];
    }

    private static void AddRequired(Demands demands, Dictionary<string, bool> names)
    {
        foreach (var tag in demands.Tags.Keys)
        {
            names.TryAdd(tag, true);
        }

        foreach (var rules in demands.Objects)
        {
            Add(rules, rules.Required, names);
        }

        AddDependents(demands, names);
    }

    /// <summary>What follows from the names that are there: other names, and schemas, which may ask for more names.</summary>
    private static void AddDependents(Demands demands, Dictionary<string, bool> names)
    {
        for (var more = true; more;)
        {
            more = false;
            foreach (var rules in demands.Objects.ToList())
            {
                foreach (var (number, dependency) in rules.Dependencies.Index())
                {
                    if (dependency is not null && names.ContainsKey(NameOf(rules, number)))
                    {
                        more |= dependency.Required.Aggregate(false, (any, name) => names.TryAdd(NameOf(rules, name), true) || any);
                        more |= dependency.Schema is { } schema && demands.Add(schema);
                    }
                }
            }

            foreach (var rules in demands.Objects)
            {
                more |= Add(rules, rules.Required, names);
            }
        }
    }

    private static bool Add(ObjectRules rules, ulong[] bits, Dictionary<string, bool> names)
    {
        var before = names.Count;
        for (var number = 0; number < rules.Names.Count && bits.Length > 0; number++)
        {
            if ((bits[number >> 6] & (1UL << number)) != 0)
            {
                names[NameOf(rules, number)] = true;
            }
        }

        return names.Count > before;
    }

    private IEnumerable<string> OptionalNames(Demands demands)
    {
        foreach (var rules in demands.Objects.ToList())
        {
            for (var number = 0; number < rules.Names.Count; number++)
            {
                if (rules.Properties[number] is not null)
                {
                    yield return NameOf(rules, number);
                }
            }

            foreach (var pattern in rules.Patterns)
            {
                yield return PatternTexts.Make(pattern.Pattern.Root, chance, 0);
            }
        }
    }

    /// <summary>A name that no schema lists.</summary>
    private string OtherName(Demands demands, int number)
    {
        List<SchemaNode> schemas = [.. demands.Objects.Select(rules => rules.PropertyNames).OfType<SchemaNode>()];
        if (schemas.Count == 0 || Make(schemas, MaxDepth, number) is not { Leaf: { } json } || json[0] != '"')
        {
            return string.Create(CultureInfo.InvariantCulture, $"other{number}");
        }

        using var name = JsonDocument.Parse(json);
        return name.RootElement.GetString()!;
    }

    private static string NameOf(ObjectRules rules, int number) => Encoding.UTF8.GetString(rules.Names[number]);
}
