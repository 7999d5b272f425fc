using System.Text;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Numbers;

/// <summary>A <c>multipleOf</c>: a whole number of at most eighteen digits, and a power of ten.</summary>
internal sealed class NumberStep
{
    public const int MaxDigits = 18;

    private readonly ulong _digits;
    private readonly Int128 _exponent;

    // As far as it matters for short numbers.
    private readonly int _near;

    public NumberStep(string text)
    {
        Text = text;
        var value = DecimalText.Parse(Encoding.ASCII.GetBytes(text));
        _exponent = value.Exponent;
        _near = (int)Int128.Clamp(_exponent, -100, 100);
        foreach (var digit in value)
        {
            _digits = (_digits * 10) + (uint)digit;
        }
    }

    public string Text { get; }

    public bool Divides(NumberToken token, ReadOnlySpan<byte> text)
    {
        var shift = _near + token.Scale;
        if (token.IsShort && shift is >= 0 and <= NumberToken.MaxDigits)
        {
            // Both in the power of ten of the content's last digit.
            var step = (UInt128)_digits * (ulong)Powers.Of(shift);
            var digits = (ulong)Math.Abs(token.Digits);
            return step <= ulong.MaxValue ? digits % (ulong)step == 0 : digits == 0;
        }

        if (token.IsShort && shift < 0 && _digits == 1)
        {
            return true;
        }

        var value = DecimalText.Parse(text);
        return value.IsZero || Divides(value);
    }

    // Both sides without zeros at the end: ten to the power of the difference divides no digits, unless the value has the larger exponent.
    // Beyond its 60th power ten brings no factor that the digits of the step may still lack: they have at most 59 of them.
    private bool Divides(DecimalText value)
    {
        var shift = value.Exponent - _exponent;
        if (shift < 0)
        {
            return false;
        }

        ulong rest = 0;
        foreach (var digit in value)
        {
            rest = ((rest * 10) + (uint)digit) % _digits;
        }

        return (UInt128)rest * Powers.Of((int)Int128.Min(shift, 60), _digits) % _digits == 0;
    }
}
