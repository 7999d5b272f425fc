namespace Statute.Schemas.Numbers;

/// <summary>
/// A number exactly as its JSON text has it: significant digits and the power of ten of the last one. Nothing is rounded, and nothing
/// overflows: a run refuses exponents of more than 36 digits.
/// </summary>
internal readonly ref struct DecimalText
{
    // From the first digit that is not zero to the last one; the point may stand between.
    private readonly ReadOnlySpan<byte> _digits;

    private DecimalText(bool negative, ReadOnlySpan<byte> digits, Int128 exponent)
    {
        _digits = digits;
        IsNegative = negative && !digits.IsEmpty;
        Count = digits.Length - (digits.Contains((byte)'.') ? 1 : 0);
        Exponent = Count == 0 ? 0 : exponent;
    }

    public bool IsNegative { get; }

    /// <summary>How many significant digits; 0 for zero.</summary>
    public int Count { get; }

    /// <summary>The power of ten of the last significant digit.</summary>
    public Int128 Exponent { get; }

    public bool IsZero => Count == 0;

    public bool IsInteger => Exponent >= 0;

    /// <summary>Reads the text of a JSON number.</summary>
    public static DecimalText Parse(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        text = negative ? text[1..] : text;
        var mark = text.IndexOfAny((byte)'e', (byte)'E');
        var exponent = mark < 0 ? 0 : ReadExponent(text[(mark + 1)..]);
        var digits = mark < 0 ? text : text[..mark];

        // A zero at the end, or a point with nothing behind it, moves the last digit to the left.
        var point = digits.IndexOf((byte)'.');
        exponent -= point < 0 ? 0 : digits.Length - point - 1;
        while (!digits.IsEmpty && digits[^1] is (byte)'0' or (byte)'.')
        {
            exponent += digits[^1] == '0' ? 1 : 0;
            digits = digits[..^1];
        }

        return new DecimalText(negative, digits.TrimStart("0."u8), exponent);
    }

    public static int Compare(DecimalText a, DecimalText b)
    {
        var sign = a.Sign.CompareTo(b.Sign);
        if (sign != 0 || a.IsZero)
        {
            return sign;
        }

        var magnitude = (a.Exponent + a.Count).CompareTo(b.Exponent + b.Count);
        magnitude = magnitude != 0 ? magnitude : CompareDigits(a, b);
        return a.IsNegative ? -magnitude : magnitude;
    }

    public Digits GetEnumerator() => new(_digits);

    private int Sign => IsZero ? 0 : IsNegative ? -1 : 1;

    private static int CompareDigits(DecimalText a, DecimalText b)
    {
        var left = a.GetEnumerator();
        var right = b.GetEnumerator();
        while (true)
        {
            var (more, others) = (left.MoveNext(), right.MoveNext());
            if (!more || !others)
            {
                return more.CompareTo(others);
            }

            if (left.Current != right.Current)
            {
                return left.Current.CompareTo(right.Current);
            }
        }
    }

    private static Int128 ReadExponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        Int128 value = 0;
        foreach (var digit in text.TrimStart("+-"u8))
        {
            value = (value * 10) + (digit - '0');
        }

        return negative ? -value : value;
    }
}
