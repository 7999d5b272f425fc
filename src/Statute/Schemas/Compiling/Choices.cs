using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Compiling;

/// <summary>Finds branches that a constant member tells apart: every branch requires it, and no value is in two of them.</summary>
internal static class Choices
{
    public static void Find(SchemaNode node)
    {
        if (node.Place is { } rules)
        {
            rules.AnyOfChoice ??= Find(rules.AnyOf);
            rules.OneOfChoice ??= Find(rules.OneOf);
        }
    }

    private static Choice? Find(SchemaNode[] branches)
    {
        if (branches.Length < 2 || branches[0].Objects is not { } first)
        {
            return null;
        }

        return Enumerable.Range(0, first.Names.Count).Select(number => Find(branches, first.Names[number].ToArray()))
            .FirstOrDefault(choice => choice is not null);
    }

    private static Choice? Find(SchemaNode[] branches, byte[] name)
    {
        var chosen = new Dictionary<string, SchemaNode>();
        foreach (var branch in branches)
        {
            var texts = TextsOf(branch, name);
            if (texts is null || !texts.All(text => chosen.TryAdd(text, branch)))
            {
                return null;
            }
        }

        var values = new NameTable([.. chosen.Keys.Select(System.Text.Encoding.UTF8.GetBytes)]);
        return new Choice(name, values, [.. chosen.Values], IsDiscriminator: false);
    }

    /// <summary>The texts that a branch allows for a member that it requires; nothing if it allows anything else.</summary>
    private static IReadOnlyList<string>? TextsOf(SchemaNode branch, byte[] name)
    {
        if (branch.Objects is not { } rules || rules.Names.Find(name, NameHash.Of(name)) is not (>= 0 and var number)
            || rules.Required.Length == 0 || (rules.Required[number >> 6] & (1UL << number)) == 0)
        {
            return null;
        }

        var constants = rules.Properties[number] is { } member ? member.Constant ?? member.Enumeration : null;
        return constants?.OnlyTexts;
    }
}
