using Statute.Schemas.Explaining;
using Statute.Schemas.Numbers;

namespace Statute.Schemas.Evaluating;

internal static partial class Evaluator
{
    private static bool Number(ref Run run, SchemaNode node)
    {
        var start = run.At;
        if (!run.ReadNumber(out var token))
        {
            return false;
        }

        if ((node.Types & TypeSet.Number) == 0)
        {
            if ((node.Types & TypeSet.Integer) == 0)
            {
                return WrongType(ref run, node, start);
            }

            if (!IsInteger(run, token))
            {
                return WrongType(ref run, node, start);
            }
        }

        return (node.Numbers is not { } rules || Number(ref run, node, rules, token))
            && (!node.HasConstants || Constants(ref run, node, start));
    }

    private static bool IsInteger(in Run run, NumberToken token) => token.IsShort
        ? ShortNumber.Of(token).IsInteger
        : DecimalText.Parse(run.Json.Slice(token.Start, token.Length)).IsInteger;

    private static bool Number(ref Run run, SchemaNode node, NumberRules rules, NumberToken token)
    {
        var at = token.Start;
        var text = run.Json.Slice(at, token.Length);
        return (rules.Minimum is not { } minimum || minimum.Compare(token, text) >= 0 || run.Tell(Keyword.Minimum, node, at))
            && (rules.Maximum is not { } maximum || maximum.Compare(token, text) <= 0 || run.Tell(Keyword.Maximum, node, at))
            && (rules.ExclusiveMinimum is not { } above || above.Compare(token, text) > 0 || run.Tell(Keyword.ExclusiveMinimum, node, at))
            && (rules.ExclusiveMaximum is not { } below || below.Compare(token, text) < 0 || run.Tell(Keyword.ExclusiveMaximum, node, at))
            && (rules.MultipleOf is not { } step || step.Divides(token, text) || run.Tell(Keyword.MultipleOf, node, at))
            && (rules.Format is not { } format || format.Holds(token, text) || run.Tell(Keyword.Format, node, at));
    }
}
