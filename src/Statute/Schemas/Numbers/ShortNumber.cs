using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Numbers;

/// <summary>A number of at most 18 digits: a whole number, divided by a power of ten. Almost every number is one.</summary>
internal readonly record struct ShortNumber(long Digits, int Scale)
{
    public bool IsInteger => Scale == 0 || Digits % Powers.Of(Scale) == 0;

    /// <summary>The number without zeros behind its last digit, which may move the power of ten beyond 0.</summary>
    public (long Digits, int Exponent) Normal
    {
        get
        {
            var (digits, exponent) = (Digits, -Scale);
            while (digits != 0 && digits % 10 == 0)
            {
                digits /= 10;
                exponent++;
            }

            return (digits, digits == 0 ? 0 : exponent);
        }
    }

    public static ShortNumber Of(NumberToken token) => new(token.Digits, token.Scale);

    /// <summary>The number, if it is a short one.</summary>
    public static ShortNumber? TryMake(DecimalText value)
    {
        if (value.Exponent < -NumberToken.MaxDigits || value.Count + Int128.Max(0, value.Exponent) > NumberToken.MaxDigits)
        {
            return null;
        }

        long digits = 0;
        foreach (var digit in value)
        {
            digits = (digits * 10) + digit;
        }

        digits *= value.Exponent > 0 ? Powers.Of((int)value.Exponent) : 1;
        return new ShortNumber(value.IsNegative ? -digits : digits, (int)Int128.Max(0, -value.Exponent));
    }

    public int CompareTo(ShortNumber other)
    {
        if (Scale == other.Scale)
        {
            return Digits.CompareTo(other.Digits);
        }

        var scale = Math.Max(Scale, other.Scale);
        return Math.BigMul(Digits, Powers.Of(scale - Scale)).CompareTo(Math.BigMul(other.Digits, Powers.Of(scale - other.Scale)));
    }
}
