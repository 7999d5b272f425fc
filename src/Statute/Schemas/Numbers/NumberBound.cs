using System.Text;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Numbers;

/// <summary>A number of the schema that numbers of the content are compared with.</summary>
internal sealed class NumberBound
{
    private readonly byte[] _text;
    private readonly long? _small;

    public NumberBound(string text)
    {
        _text = Encoding.ASCII.GetBytes(text);
        var value = DecimalText.Parse(_text);
        _small = value.IsInteger && value.Exponent + value.Count <= 18 ? SmallOf(value) : null;
    }

    public string Text => Encoding.ASCII.GetString(_text);

    public DecimalText Value => DecimalText.Parse(_text);

    /// <summary>How the number of the content compares with this one.</summary>
    public int Compare(NumberToken token, ReadOnlySpan<byte> text) =>
        token.IsSmall && _small is { } small ? token.Small.CompareTo(small) : DecimalText.Compare(DecimalText.Parse(text), Value);

    private static long SmallOf(DecimalText value)
    {
        long small = 0;
        foreach (var digit in value)
        {
            small = (small * 10) + digit;
        }

        for (var i = 0; i < value.Exponent; i++)
        {
            small *= 10;
        }

        return value.IsNegative ? -small : small;
    }
}
