using System.Text;

namespace Statute.Schemas.Patterns;

/// <summary>Code points as sequences of ranges of bytes: each sequence takes any byte of its first range, then any of its second.</summary>
internal static class Utf8Ranges
{
    // The code points of one, two, three and four bytes; UTF-8 has none for halves of surrogate pairs.
    private static readonly (int First, int Last)[] Lengths =
        [(0, 0x7F), (0x80, 0x7FF), (0x800, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x10FFFF)];

    public static IEnumerable<(byte Low, byte High)[]> Of(CodePointSet set) =>
        from range in set.Ranges
        from length in Lengths
        let first = Math.Max(range.First, length.First)
        let last = Math.Min(range.Last, length.Last)
        where first <= last
        from sequence in Split(first, last)
        select sequence;

    /// <summary>Splits a range of code points of one length where not all of its last bytes would be taken.</summary>
    private static IEnumerable<(byte Low, byte High)[]> Split(int first, int last)
    {
        for (var bits = 6; bits <= 18; bits += 6)
        {
            var rest = (1 << bits) - 1;
            if ((first & ~rest) == (last & ~rest))
            {
                continue;
            }

            if ((first & rest) != 0)
            {
                return Split(first, first | rest).Concat(Split((first | rest) + 1, last));
            }

            if ((last & rest) != rest)
            {
                return Split(first, (last & ~rest) - 1).Concat(Split(last & ~rest, last));
            }
        }

        Span<byte> low = stackalloc byte[4];
        Span<byte> high = stackalloc byte[4];
        var length = new Rune(first).EncodeToUtf8(low);
        new Rune(last).EncodeToUtf8(high);
        var sequence = new (byte, byte)[length];
        for (var i = 0; i < length; i++)
        {
            sequence[i] = (low[i], high[i]);
        }

        return [sequence];
    }
}
