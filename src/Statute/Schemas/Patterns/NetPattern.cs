using System.Globalization;
using System.Text;

namespace Statute.Schemas.Patterns;

/// <summary>Writes a pattern in .NET's words, for UTF-16: a code point beyond the basic plane is two characters there.</summary>
internal static class NetPattern
{
    private const int FirstBeyond = 0x10000;

    public static bool TryWrite(PatternNode node, StringBuilder text)
    {
        switch (node)
        {
            case CharacterNode character:
                WriteSet(character.Set, text);
                return true;
            case SequenceNode sequence:
                return sequence.Parts.All(part => TryWrite(part, text));
            case AlternativesNode alternatives:
                text.Append("(?:");
                var written = alternatives.Parts.Index().All(part => TryWrite(part.Item, part.Index == 0 ? text : text.Append('|')));
                text.Append(')');
                return written;
            case RepeatNode repeat:
                text.Append("(?:");
                var inner = TryWrite(repeat.Part, text);
                text.Append(CultureInfo.InvariantCulture, $"){{{repeat.Min},{(repeat.Max == int.MaxValue ? "" : repeat.Max)}}}");
                return inner;
            case CaptureNode capture:
                text.Append("(?:");
                var captured = TryWrite(capture.Part, text);
                text.Append(')');
                return captured;
            case AssertionNode { Kind: AssertionKind.Start }:
                text.Append("\\A");
                return true;
            case AssertionNode { Kind: AssertionKind.End }:
                text.Append("\\z");
                return true;
            default:
                return false;
        }
    }

    private static void WriteSet(CodePointSet set, StringBuilder text)
    {
        text.Append("(?:[");
        var basic = set.Ranges.Where(range => range.First < FirstBeyond).ToList();
        foreach (var (first, last) in basic)
        {
            WriteRange(first, Math.Min(last, FirstBeyond - 1), text);
        }

        // A class must not be empty: nothing is everything's complement.
        text.Append(basic.Count == 0 ? "^\\0-\\uFFFF]" : "]");
        foreach (var (first, last) in set.Ranges.Where(range => range.Last >= FirstBeyond))
        {
            WritePairs(Math.Max(first, FirstBeyond), last, text);
        }

        text.Append(')');
    }

    /// <summary>Pairs from one code point to another: the end of the first high surrogate, whole ones, the start of the last.</summary>
    private static void WritePairs(int first, int last, StringBuilder text)
    {
        while (first <= last)
        {
            var (high, low) = ((first - FirstBeyond) >> 10, (first - FirstBeyond) & 0x3FF);
            var lastHigh = (last - FirstBeyond) >> 10;
            var whole = low == 0 && ((last - FirstBeyond) & 0x3FF) == 0x3FF ? lastHigh : lastHigh - 1;
            if (low == 0 && whole >= high)
            {
                Pair(high, whole, 0, 0x3FF, text);
                first = FirstBeyond + ((whole + 1) << 10);
                continue;
            }

            var lastLow = high == lastHigh ? (last - FirstBeyond) & 0x3FF : 0x3FF;
            Pair(high, high, low, lastLow, text);
            first = FirstBeyond + (high << 10) + lastLow + 1;
        }
    }

    private static void Pair(int high, int lastHigh, int low, int lastLow, StringBuilder text)
    {
        text.Append("|[");
        WriteRange(0xD800 + high, 0xD800 + lastHigh, text);
        text.Append("][");
        WriteRange(0xDC00 + low, 0xDC00 + lastLow, text);
        text.Append(']');
    }

    private static void WriteRange(int first, int last, StringBuilder text) =>
        text.Append(CultureInfo.InvariantCulture, $"\\u{first:X4}-\\u{last:X4}");
}
