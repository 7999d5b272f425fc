using Statute.Schemas.Evaluating;
using Statute.Schemas.Numbers;

namespace Statute.Schemas.Examples;

/// <summary>What may stand in place of a part of an example so that a keyword is broken: guesses, many of which break others too.</summary>
internal sealed class PartBreaks(MadeValue part, SchemaBudgets budgets, Chance chance, Work work)
{
    private const int MaxCount = 1000;

    private static readonly string[] OtherTypes = ["null", "true", "0", "0.5", "\"\"", "[]", "{}", "\"none of them\"", "987654321"];

    public IEnumerable<string> All() =>
        OtherTypes.Concat(Texts()).Concat(Numbers()).Concat(Items()).Concat(Members()).Concat(Schemas());

    private IEnumerable<string> Texts()
    {
        var own = part.Leaf is ['"', ..] ? part.Leaf[1..^1] : "text";
        foreach (var rules in part.Demands.Strings)
        {
            yield return MadeValue.Quote(Of(own, rules.MinLength - 1));
            yield return MadeValue.Quote(Of(own, rules.MaxLength == int.MaxValue ? 0 : rules.MaxLength + 1));
        }

        foreach (var other in "!a0 ")
        {
            yield return MadeValue.Quote(new string(other, Math.Max(1, own.Length)));
        }
    }

    /// <summary>A text of a length, made of one that conforms.</summary>
    private static string Of(string text, int length) => length is <= 0 or > 100_000 ? ""
        : length <= text.Length ? text[..length]
        : text + new string(text.Length > 0 ? text[^1] : 't', length - text.Length);

    private IEnumerable<string> Numbers()
    {
        var numbers = part.Demands.Numbers.ToList();
        List<string> steps = [.. numbers.Select(rules => rules.MultipleOf?.Text).OfType<string>()];
        foreach (var rules in numbers)
        {
            NumberBound?[] bounds = [rules.Minimum, rules.Maximum, rules.ExclusiveMinimum, rules.ExclusiveMaximum];
            foreach (var bound in bounds.OfType<NumberBound>())
            {
                yield return bound.Text;
                foreach (var step in steps.Append("1").Append("0.5"))
                {
                    yield return NumberMaker.Sum(bound.Text, step, -1);
                    yield return NumberMaker.Sum(bound.Text, step, 1);
                }
            }
        }

        foreach (var step in steps)
        {
            var own = part.Leaf is { } leaf && (char.IsAsciiDigit(leaf[0]) || leaf[0] == '-') ? leaf : "0";
            yield return NumberMaker.Sum(own, step + (step.Contains('e', StringComparison.OrdinalIgnoreCase) ? "" : "e-1"), 1);
            yield return NumberMaker.Sum(own, "1", 1);
        }

        if (numbers.Exists(rules => rules.Format is not null))
        {
            yield return "9223372036854775808";
            yield return "1e400";
        }
    }

    private IEnumerable<string> Items()
    {
        if (part.Items is not { } items)
        {
            yield break;
        }

        var texts = items.ConvertAll(item => item.Json);
        for (var count = 0; count < texts.Count; count++)
        {
            yield return List(texts.Take(count));
        }

        foreach (var one in texts.Take(1).Concat(["null", "0", "\"\"", "{}"]))
        {
            yield return List(texts.Append(one));
            yield return List(Enumerable.Repeat(one, texts.Count));
        }

        foreach (var rules in part.Demands.Arrays)
        {
            var most = Math.Min(rules.MaxItems, rules.MaxContains);
            if (most < MaxCount)
            {
                yield return List(More(texts, most + 1, rules.MaxContains == most ? rules.Contains : null));
            }
        }
    }

    /// <summary>The items and others like them.</summary>
    private List<string> More(IEnumerable<string> items, int count, SchemaNode? also)
    {
        List<string> texts = [.. items];
        var maker = new ExampleMaker(budgets, ExampleSize.Minimal, chance, work);
        for (var index = texts.Count; index < count; index++)
        {
            SchemaNode[] schemas = [.. part.Demands.OfItem(index), .. new[] { also }.OfType<SchemaNode>()];
            texts.Add(maker.Make(schemas, 1, index)?.Json ?? "null");
        }

        return texts;
    }

    private IEnumerable<string> Members()
    {
        if (part.Members is not { } members)
        {
            yield break;
        }

        var texts = members.ConvertAll(member => (member.Name, Json: member.Value.Json));
        foreach (var (name, _) in texts)
        {
            yield return Object(texts.Where(member => member.Name != name));
        }

        for (var count = 0; count < texts.Count; count++)
        {
            yield return Object(texts.Take(count));
        }

        foreach (var name in new[] { "other", "", "!", new string('n', 200) }.Concat(KnownNames()))
        {
            foreach (var value in new[] { "null", "0", "\"\"" })
            {
                yield return Object(texts.Where(member => member.Name != name).Append((name, value)));
            }
        }

        foreach (var rules in part.Demands.Objects.Where(rules => rules.MaxProperties < MaxCount))
        {
            var others = Enumerable.Range(0, Math.Max(0, rules.MaxProperties + 1 - texts.Count));
            yield return Object(texts.Concat(others.Select(number => ($"other{number}", "null"))));
        }
    }

    private IEnumerable<string> KnownNames() => part.Demands.Objects.SelectMany(rules =>
        Enumerable.Range(0, rules.Names.Count).Select(number => System.Text.Encoding.UTF8.GetString(rules.Names[number])));

    /// <summary>Values of the schemas that must not hold, or not all of them.</summary>
    private IEnumerable<string> Schemas()
    {
        var maker = new ExampleMaker(budgets, ExampleSize.Minimal, chance, work);
        foreach (var rules in part.Demands.Nodes.Select(node => node.Place).OfType<PlaceRules>().ToList())
        {
            foreach (var schema in rules.OneOf.Append(rules.Not).Append(rules.If).OfType<SchemaNode>())
            {
                SchemaNode[] schemas = [.. part.Demands.Nodes.Where(node => node.Place is null), schema];
                if ((maker.Make(schemas, 1) ?? maker.Make([schema], 1)) is { } made)
                {
                    yield return made.Json;
                }
            }
        }
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    private static string Object(IEnumerable<(string Name, string Json)> members) =>
        $"{{{string.Join(',', members.Select(member => $"{MadeValue.Quote(member.Name)}:{member.Json}"))}}}";
}
