using Statute.Schemas.Numbers;

namespace Statute.Schemas.Evaluating;

/// <summary>Whether two values are equal as JSON Schema has it: numbers by value, objects whatever the order of their members.</summary>
internal static class Equality
{
    /// <summary>Compares the value of the content at a place with one of another text. The run stays where it is.</summary>
    public static bool Holds(ref Run run, int at, ReadOnlySpan<byte> otherJson, int otherAt)
    {
        var place = run.Mark();
        var other = run.Beside(otherJson, otherAt);
        run.At = at;
        var same = Same(ref run, ref other) && run.Fault == RunFault.None;
        run.Back(place);
        other.Return();
        return same;
    }

    private static bool Same(ref Run a, ref Run b)
    {
        var (left, right) = (a.Peek(), b.Peek());
        if (!a.Spend())
        {
            return false;
        }

        return left switch
        {
            '"' => right == '"' && a.ReadString(out var text) && b.ReadString(out var other) && SameText(ref a, text, ref b, other),
            '[' => right == '[' && SameArray(ref a, ref b),
            '{' => right == '{' && SameObject(ref a, ref b),
            't' => right == 't' && a.ReadWord("true"u8) && b.ReadWord("true"u8),
            'f' => right == 'f' && a.ReadWord("false"u8) && b.ReadWord("false"u8),
            'n' => right == 'n' && a.ReadWord("null"u8) && b.ReadWord("null"u8),
            _ => right is '-' or (>= '0' and <= '9') && a.ReadNumber(out var number) && b.ReadNumber(out var other)
                && DecimalText.Compare(TextOf(a, number), TextOf(b, other)) == 0,
        };
    }

    private static DecimalText TextOf(in Run run, NumberToken number) => DecimalText.Parse(run.Json.Slice(number.Start, number.Length));

    private static bool SameText(ref Run a, StringToken text, ref Run b, StringToken other)
    {
        var (top, otherTop) = (a.Arena.Top, b.Arena.Top);
        var same = a.TextOf(text).SequenceEqual(b.TextOf(other));
        a.Arena.Top = top;
        b.Arena.Top = otherTop;
        return same;
    }

    private static bool SameArray(ref Run a, ref Run b)
    {
        var (first, otherFirst) = (true, true);
        while (true)
        {
            var more = Containers.Next(ref a, ']', ref first);
            if (more != Containers.Next(ref b, ']', ref otherFirst) || (more && !Same(ref a, ref b)))
            {
                return false;
            }

            if (!more)
            {
                return true;
            }
        }
    }

    private static bool SameObject(ref Run a, ref Run b)
    {
        var (start, count, place) = (b.At, 0, -1);
        for (var first = true; Containers.Next(ref a, '}', ref first); count++)
        {
            if (!Containers.Name(ref a, out var name) || !Find(ref a, name, ref b, start, place) || !Same(ref a, ref b))
            {
                return false;
            }

            place = b.At;
        }

        b.At = start;
        for (var first = true; Containers.Next(ref b, '}', ref first) && Containers.Name(ref b, out _); count--)
        {
            Evaluator.Skip(ref b);
        }

        return count == 0;
    }

    /// <summary>Finds a member: the one after the last that was found, mostly; else from the start.</summary>
    private static bool Find(ref Run a, StringToken name, ref Run b, int start, int place)
    {
        var first = place < 0;
        b.At = first ? start : place;
        if (Containers.Next(ref b, '}', ref first) && Containers.Name(ref b, out var next) && SameText(ref a, name, ref b, next))
        {
            return true;
        }

        b.At = start;
        for (first = true; Containers.Next(ref b, '}', ref first) && Containers.Name(ref b, out var other);)
        {
            if (!a.Spend() || SameText(ref a, name, ref b, other))
            {
                return a.Fault == RunFault.None;
            }

            Evaluator.Skip(ref b);
        }

        return false;
    }
}
