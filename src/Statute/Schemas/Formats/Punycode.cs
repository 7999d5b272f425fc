namespace Statute.Schemas.Formats;

/// <summary>RFC 3492, read only.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int TMin = 1;
    private const int TMax = 26;
    private const int Skew = 38;
    private const int Damp = 700;

    /// <summary>Writes the code points that a label without its prefix stands for; -1 if it stands for none.</summary>
    public static int Decode(ReadOnlySpan<byte> label, Span<int> codePoints)
    {
        var hyphen = label.LastIndexOf((byte)'-');
        var count = 0;
        foreach (var letter in label[..Math.Max(0, hyphen)])
        {
            codePoints[count++] = letter;
        }

        long next = 128;
        long place = 0;
        var bias = 72;
        for (var at = hyphen + 1; at < label.Length;)
        {
            var before = place;
            if (!TryInteger(label, ref at, ref place, bias) || count == codePoints.Length)
            {
                return -1;
            }

            bias = Adapt(place - before, ++count, before == 0);
            next += place / count;
            place %= count;
            if (next > 0x10FFFF)
            {
                return -1;
            }

            codePoints[(int)place..(count - 1)].CopyTo(codePoints[((int)place + 1)..]);
            codePoints[(int)place++] = (int)next;
        }

        return count;
    }

    private static bool TryInteger(ReadOnlySpan<byte> label, ref int at, ref long place, int bias)
    {
        long weight = 1;
        for (var k = Base; ; k += Base)
        {
            var digit = at < label.Length ? DigitOf(label[at++]) : -1;
            if (digit < 0 || weight > int.MaxValue)
            {
                return false;
            }

            place += digit * weight;
            var threshold = k <= bias ? TMin : k >= bias + TMax ? TMax : k - bias;
            if (digit < threshold)
            {
                return place <= int.MaxValue;
            }

            weight *= Base - threshold;
        }
    }

    private static int DigitOf(byte letter) =>
        Characters.IsDigit(letter) ? letter - '0' + 26 : Characters.IsLetter(letter) ? (letter | 0x20) - 'a' : -1;

    private static int Adapt(long delta, int count, bool first)
    {
        delta = first ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - TMin) * TMax / 2; k += Base)
        {
            delta /= Base - TMin;
        }

        return (int)(k + ((Base - TMin + 1) * delta / (delta + Skew)));
    }
}
