using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Examples;

/// <summary>
/// Makes a value for schemas: guesses one that follows them, asks the engine whether it conforms, and guesses again if not. Bounded in
/// depth, in size and in work, whatever the schema.
/// </summary>
internal sealed partial class ExampleMaker(SchemaBudgets budgets, ExampleSize size, Chance chance, Work work)
{
    private const int Guesses = 10;
    private const int MaxDepth = 32;

    // From here on only what must be there: a schema that holds itself would be shown for ever.
    private const int FullDepth = 6;
    private const int FullGuesses = 500;

    private readonly ExampleCheck _check = new(budgets, work);
    private int _guesses;

    /// <summary>A value that conforms to all of the schemas, or nothing.</summary>
    /// <param name="nodes">The schemas.</param>
    /// <param name="depth">How many arrays and objects it stands in.</param>
    /// <param name="variant">Values of other variants differ, where they can.</param>
    public MadeValue? Make(IReadOnlyList<SchemaNode> nodes, int depth = 0, int variant = 0)
    {
        if (depth > Math.Min(MaxDepth, budgets.Depth))
        {
            return null;
        }

        for (var guess = 0; guess < Guesses && work.IsLeft; guess++)
        {
            _guesses++;
            var demands = new Demands(nodes, chance);
            work.Spend(Work.OfAGuess + (Work.OfASchema * demands.Nodes.Count));
            if (Guess(demands, depth, guess, variant) is { } made && Conforms(made, nodes))
            {
                return made;
            }
        }

        return null;
    }

    private bool Conforms(MadeValue made, IReadOnlyList<SchemaNode> nodes)
    {
        work.Spend(made.Json.Length);
        return _check.Conforms(made.Json, nodes);
    }

    private bool IsFull(int depth) => size == ExampleSize.Full && depth < FullDepth && _guesses < FullGuesses;

    private MadeValue? Guess(Demands demands, int depth, int guess, int variant)
    {
        var constants = demands.Nodes.Select(node => node.Constant ?? node.Enumeration).OfType<ConstantSet>().FirstOrDefault();
        if (constants is not null)
        {
            var choice = guess + variant + (variant == 0 ? chance.Below(Math.Max(1, constants.Values.Count)) : 0);
            return constants.Values.Count == 0 ? null : Leaf(demands, constants.Values[choice % constants.Values.Count]);
        }

        return TypeOf(demands, guess) switch
        {
            TypeSet.Object => Object(demands, depth, guess),
            TypeSet.Array => Array(demands, depth, guess),
            TypeSet.String => TextMaker.Make(demands, chance, guess, variant) is { } text ? Leaf(demands, MadeValue.Quote(text)) : null,
            TypeSet.Number => NumberMaker.Make(demands, wholeOnly: false, guess + variant) is { } number ? Leaf(demands, number) : null,
            TypeSet.Integer => NumberMaker.Make(demands, wholeOnly: true, guess + variant) is { } number ? Leaf(demands, number) : null,
            TypeSet.Boolean => Leaf(demands, (chance.Below(2) + variant) % 2 == 0 ? "true" : "false"),
            TypeSet.Null => Leaf(demands, "null"),
            _ => null,
        };
    }

    /// <summary>The type that the schemas speak about, at first; then any that they accept.</summary>
    private TypeSet TypeOf(Demands demands, int guess)
    {
        var types = demands.Types;
        var number = types.HasFlag(TypeSet.Number) ? TypeSet.Number : TypeSet.Integer;
        (TypeSet Type, bool Meant)[] all =
        [
            (TypeSet.Object, demands.Objects.Any()), (TypeSet.Array, demands.Arrays.Any()), (TypeSet.String, demands.Strings.Any()),
            (number, demands.Numbers.Any()), (TypeSet.Boolean, false), (TypeSet.Null, false),
        ];
        List<(TypeSet Type, bool Meant)> accepted = [.. all.Where(one => types.HasFlag(one.Type))];
        List<(TypeSet Type, bool Meant)> meant = [.. accepted.Where(one => one.Meant)];
        if (accepted.Count == 0)
        {
            return TypeSet.None;
        }

        if (guess < Guesses / 2)
        {
            return meant.Count > 0 ? meant[0].Type : types.HasFlag(TypeSet.String) ? TypeSet.String : accepted[^1].Type;
        }

        return chance.Of(accepted).Type;
    }

    private static MadeValue Leaf(Demands demands, string json) => new(demands) { Leaf = json };
}
