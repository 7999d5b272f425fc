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
        var same = Same(ref run, ref other);
        run.Back(place);
        run.Join(ref other);
        return same && run.Fault == RunFault.None;
    }

    private static bool Same(ref Run a, ref Run b)
    {
        var (left, right) = (a.Peek(), b.Peek());
        if (!a.Spend())
        {
            return false;
        }

        if (left is '[' or '{')
        {
            return left == right && SameContainer(ref a, ref b, left);
        }

        return left switch
        {
            '"' => right == '"' && a.ReadString(out var text) && b.ReadString(out var other) && OfTexts(ref a, text, ref b, other),
            't' => right == 't' && a.ReadWord("true"u8) && b.ReadWord("true"u8),
            'f' => right == 'f' && a.ReadWord("false"u8) && b.ReadWord("false"u8),
            'n' => right == 'n' && a.ReadWord("null"u8) && b.ReadWord("null"u8),
            _ => right is '-' or (>= '0' and <= '9') && a.ReadNumber(out var number) && b.ReadNumber(out var other)
                && DecimalText.Compare(TextOf(a, number), TextOf(b, other)) == 0,
        };
    }

    private static DecimalText TextOf(in Run run, NumberToken number) => DecimalText.Parse(run.Json.Slice(number.Start, number.Length));

    /// <summary>Whether two strings stand for the same text.</summary>
    public static bool OfTexts(ref Run a, StringToken text, ref Run b, StringToken other)
    {
        var (top, otherTop) = (a.Arena.Top, b.Arena.Top);
        var same = a.TextOf(text).SequenceEqual(b.TextOf(other));
        a.Arena.Top = top;
        b.Arena.Top = otherTop;
        return same;
    }

    private static bool SameContainer(ref Run a, ref Run b, int open)
    {
        // As deep as the content, which may be as deep as the stack allows.
        if (!a.Nest())
        {
            return false;
        }

        var same = open == '[' ? SameArray(ref a, ref b) : SameObject(ref a, ref b);
        a.Unnest();
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
        var (start, top, count) = (b.At, b.Arena.Top, 0);
        var (first, otherFirst) = (true, true);
        MemberIndex? index = null;
        for (; Containers.Next(ref a, '}', ref first); count++)
        {
            if (!Containers.Name(ref a, out var name))
            {
                return false;
            }

            // In the same order, mostly.
            if (index is null && (!Containers.Next(ref b, '}', ref otherFirst) || !Containers.Name(ref b, out var other)
                || !OfTexts(ref a, name, ref b, other)))
            {
                index = new MemberIndex(ref b, start);
            }

            if ((index is { } known && !known.Find(ref b, ref a, name)) || !Same(ref a, ref b))
            {
                return false;
            }
        }

        b.Arena.Top = top;
        if (index is not { } all)
        {
            return !Containers.Next(ref b, '}', ref otherFirst);
        }

        b.At = all.End;
        return count == all.Count;
    }
}
