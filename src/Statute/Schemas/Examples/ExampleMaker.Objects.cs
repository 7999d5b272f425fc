using System.Globalization;
using System.Text;
using System.Text.Json;
using Statute.Schemas.Evaluating;
using Statute.Schemas.Patterns;

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
            work.Spend(Work.OfASchema * demands.Nodes.Count);
            var schemas = demands.OfMember(name, _check);
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

    /// <summary>The names of an object, and whether it must have them.</summary>
    private List<KeyValuePair<string, bool>>? NamesOf(Demands demands, int depth, int guess)
    {
        var names = new Dictionary<string, bool>();
        var most = demands.Objects.Select(rules => rules.MaxProperties).Append(int.MaxValue).Min();
        var least = demands.Objects.Select(rules => rules.MinProperties).Append(0).Max();
        if (least > MaxMembers)
        {
            return null;
        }

        var open = new Stack<(string Name, bool IsRequired)>(demands.Tags.Keys.Select(tag => (tag, true)));
        OpenRequired(demands, open);
        Complete(demands, names, open);
        List<string> optional = [.. OptionalNames(demands).Distinct()];
        foreach (var name in optional.Where(_ => names.Count < (IsFull(depth) ? most : least)))
        {
            open.Push((name, false));
            Complete(demands, names, open);
        }

        var wanted = IsFull(depth) && optional.Count == 0 && names.Count == 0 && demands.Objects.Any() ? Math.Min(1, most) : 0;
        for (var number = 0; names.Count < Math.Max(least, wanted) && number < 2 * MaxMembers; number++)
        {
            names.TryAdd(OtherName(demands, number + guess), names.Count < least);
        }

        // In the order of the schema, as its writer would.
        var places = optional.Index().ToDictionary(name => name.Item, name => name.Index);
        return [.. names.OrderBy(name => places.GetValueOrDefault(name.Key, int.MaxValue))];
    }

    /// <summary>Takes in the names that are open, and what follows from them: other names, and schemas, which may ask for more.</summary>
    private void Complete(Demands demands, Dictionary<string, bool> names, Stack<(string Name, bool IsRequired)> open)
    {
        while (open.TryPop(out var next))
        {
            var isNew = names.TryAdd(next.Name, next.IsRequired);
            names[next.Name] |= next.IsRequired;
            for (var joined = isNew && Follow(demands, next.Name, open); joined && work.IsLeft;)
            {
                // What a schema asks for that has joined goes for the names that are there too.
                OpenRequired(demands, open);
                joined = names.Keys.ToList().Aggregate(false, (any, name) => Follow(demands, name, open) || any);
            }
        }
    }

    private static void OpenRequired(Demands demands, Stack<(string Name, bool IsRequired)> open)
    {
        foreach (var rules in demands.Objects.Where(rules => rules.Required.Length > 0))
        {
            for (var number = 0; number < rules.Names.Count; number++)
            {
                if ((rules.Required[number >> 6] & (1UL << number)) != 0)
                {
                    open.Push((NameOf(rules, number), true));
                }
            }
        }
    }

    /// <summary>Opens the names that depend on one, and tells whether a schema has joined.</summary>
    private bool Follow(Demands demands, string name, Stack<(string Name, bool IsRequired)> open)
    {
        work.Spend(Work.OfASchema * demands.Nodes.Count);
        var joined = false;
        var text = Encoding.UTF8.GetBytes(name);
        foreach (var rules in demands.Objects.Where(rules => rules.Dependencies.Length > 0).ToList())
        {
            if (rules.Names.Find(text, NameHash.Of(text)) is >= 0 and var number && rules.Dependencies[number] is { } dependency)
            {
                System.Array.ForEach(dependency.Required, required => open.Push((NameOf(rules, required), true)));
                joined |= dependency.Schema is { } schema && demands.Add(schema);
            }
        }

        return joined;
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
                var text = PatternTexts.Make(pattern.Pattern.Root, chance, 0);
                work.Spend(text.Length);
                yield return text;
            }
        }
    }

    /// <summary>A name that no schema lists.</summary>
    private string OtherName(Demands demands, int number)
    {
        List<SchemaNode> schemas = [.. demands.Objects.Select(rules => rules.PropertyNames).OfType<SchemaNode>()];
        if (schemas.Count > 0 && Make(schemas, MaxDepth, number) is { Leaf: ['"', ..] json })
        {
            using var name = JsonDocument.Parse(json);
            return name.RootElement.GetString()!;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"other{number}");
        var only = demands.Objects.FirstOrDefault(rules => rules.Additional is { IsFalse: true } && rules.Patterns.Length > 0);
        return only is null ? text : NameOf(only.Patterns[number % only.Patterns.Length].Pattern, number);
    }

    /// <summary>A name that a pattern describes: a longer one for each number, or, where that does not match, one by chance.</summary>
    private string NameOf(EcmaPattern pattern, int number)
    {
        var name = PatternTexts.Make(pattern.Root, chance, number % Guesses);
        var longer = string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
        return _check.Matches(pattern, Encoding.UTF8.GetBytes(longer)) ? longer : name;
    }

    private static string NameOf(ObjectRules rules, int number) => Encoding.UTF8.GetString(rules.Names[number]);
}
