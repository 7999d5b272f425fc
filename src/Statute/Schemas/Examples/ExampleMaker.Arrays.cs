using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Examples;

internal sealed partial class ExampleMaker
{
    private const int MaxItems = 1000;

    private MadeValue? Array(Demands demands, int depth, int guess)
    {
        var contained = demands.Arrays.Where(rules => rules.Contains is not null).Select(rules => rules.MinContains).Append(0).Max();
        var least = Math.Max(contained, demands.Arrays.Select(rules => rules.MinItems).Append(0).Max());
        var most = demands.Arrays.Select(rules => rules.MaxItems).Append(int.MaxValue).Min();
        if (least > MaxItems)
        {
            return null;
        }

        var wanted = IsFull(depth) ? Math.Max(1, demands.Arrays.Select(rules => rules.Prefix.Length).Append(0).Max()) : 0;
        var count = Math.Max(least, Math.Min(wanted, most));
        var items = new List<MadeValue>();
        var texts = new HashSet<string>();
        for (var index = 0; index < count; index++)
        {
            // At the front at first; at the back where a prefix forbids that.
            var contains = guess % 2 == 0 ? index < contained : index >= count - contained;
            if (Item(demands, index, contains, depth, guess, texts) is { } item)
            {
                items.Add(item);
            }
            else if (index < least)
            {
                return null;
            }
            else
            {
                break;
            }
        }

        return new MadeValue(demands) { Items = items };
    }

    private MadeValue? Item(Demands demands, int index, bool contains, int depth, int guess, HashSet<string> texts)
    {
        var schemas = demands.OfItem(index);
        if (contains)
        {
            schemas.AddRange(demands.Arrays.Select(rules => rules.Contains).OfType<SchemaNode>());
        }

        if (schemas.Exists(schema => schema.IsFalse))
        {
            return null;
        }

        var unique = demands.Arrays.Any(rules => rules.Unique);
        for (var variant = guess + index; variant < guess + index + Guesses; variant++)
        {
            if (Make(schemas, depth + 1, variant) is not { } made)
            {
                return null;
            }

            if (!unique || texts.Add(made.Json))
            {
                return made;
            }
        }

        return null;
    }
}
