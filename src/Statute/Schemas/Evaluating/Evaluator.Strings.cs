using System.Runtime.CompilerServices;
using Statute.Schemas.Explaining;

namespace Statute.Schemas.Evaluating;

internal static partial class Evaluator
{
    private static bool Text(ref Run run, SchemaNode node)
    {
        var start = run.At;
        if ((node.Types & TypeSet.String) == 0)
        {
            return WrongType(ref run, node, start) && run.ReadString(out _);
        }

        return run.ReadString(out var token) && (node.Strings is not { } rules || Text(ref run, node, rules, token, start))
            && (!node.HasConstants || Constants(ref run, node, start));
    }

    private static bool Text(ref Run run, SchemaNode node, StringRules rules, StringToken token, int start)
    {
        var top = run.Arena.Top;
        var text = run.TextOf(token);
        var holds = Lengths(ref run, node, rules, text, start)
            && (rules.Pattern is not { } pattern || pattern.IsMatch(ref run, text) || run.Tell(Keyword.Pattern, node, start))
            && (rules.Format is not { } format || (run.Spend(text.Length >> 3) && format.Holds(text))
                || run.Tell(Keyword.Format, node, start));
        run.Arena.Top = top;
        return holds;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Lengths(ref Run run, SchemaNode node, StringRules rules, ReadOnlySpan<byte> text, int start)
    {
        // A code point takes one to four bytes, so that most strings need not be counted.
        if (text.Length <= rules.MaxLength && text.Length >= rules.MinLength * 4L)
        {
            return true;
        }

        var length = CodePoints.Count(text);
        return (length <= rules.MaxLength || run.Tell(Keyword.MaxLength, node, start, length))
            && (length >= rules.MinLength || run.Tell(Keyword.MinLength, node, start, length));
    }
}
