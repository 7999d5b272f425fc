using System.Globalization;
using System.Numerics;
using System.Text;
using Statute.Schemas.Numbers;

namespace Statute.Schemas.Examples;

/// <summary>Numbers as whole numbers of a power of ten.</summary>
internal sealed class Scale(int exponent)
{
    /// <summary>How many times the power of ten a number is; its exponent must not be lower.</summary>
    public BigInteger Of(string text)
    {
        var value = DecimalText.Parse(Encoding.ASCII.GetBytes(text));
        var number = BigInteger.Zero;
        foreach (var digit in value)
        {
            number = (number * 10) + digit;
        }

        number *= BigInteger.Pow(10, (int)(value.IsZero ? 0 : value.Exponent - exponent));
        return value.IsNegative ? -number : number;
    }

    /// <summary>The shortest JSON text of so many times the power of ten.</summary>
    public string TextOf(BigInteger number)
    {
        var digits = BigInteger.Abs(number).ToString(CultureInfo.InvariantCulture);
        var sign = number.Sign < 0 ? "-" : "";
        if (exponent >= 0)
        {
            return number.IsZero ? "0" : sign + digits + new string('0', exponent);
        }

        digits = digits.PadLeft(1 - exponent, '0');
        var fraction = digits[^-exponent..].TrimEnd('0');
        return sign + digits[..^-exponent] + (fraction.Length > 0 ? "." + fraction : "");
    }
}
