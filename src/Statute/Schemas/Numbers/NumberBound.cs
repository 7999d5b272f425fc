using System.Text;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Numbers;

/// <summary>A number of the schema that numbers of the content are compared with.</summary>
internal sealed class NumberBound
{
    private readonly byte[] _text;
    private readonly ShortNumber? _short;

    public NumberBound(string text)
    {
        _text = Encoding.ASCII.GetBytes(text);
        _short = ShortNumber.TryMake(Value);
    }

    public string Text => Encoding.ASCII.GetString(_text);

    public DecimalText Value => DecimalText.Parse(_text);

    /// <summary>How the number of the content compares with this one.</summary>
    public int Compare(NumberToken token, ReadOnlySpan<byte> text) => token.IsShort && _short is { } bound
        ? ShortNumber.Of(token).CompareTo(bound)
        : DecimalText.Compare(DecimalText.Parse(text), Value);
}
