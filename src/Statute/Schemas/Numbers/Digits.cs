namespace Statute.Schemas.Numbers;

/// <summary>Walks over digits and passes by the point.</summary>
internal ref struct Digits(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at = -1;

    public readonly int Current => _text[_at] - '0';

    public bool MoveNext()
    {
        _at++;
        if (_at < _text.Length && _text[_at] == '.')
        {
            _at++;
        }

        return _at < _text.Length;
    }
}
