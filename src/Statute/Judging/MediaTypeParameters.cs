namespace Statute.Judging;

/// <summary>Walks over the parameters of a media type, one <c>name=value</c> at a time, quoted values included.</summary>
internal ref struct MediaTypeParameters(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public MediaTypeParameter Current { get; private set; }

    public readonly MediaTypeParameters GetEnumerator() => this;

    public bool MoveNext()
    {
        // Empty parameters (";;" or a closing ";") are allowed by RFC 9110, 5.6.6.
        _rest = _rest.TrimStart(" \t;");
        if (_rest.IsEmpty)
        {
            return false;
        }

        var end = EndOfParameter(_rest);
        Current = MediaTypeParameter.Read(_rest[..end].TrimEnd(" \t"));
        _rest = _rest[end..];
        return true;
    }

    private static int EndOfParameter(ReadOnlySpan<char> text)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (text[i] == ';' && !quoted)
            {
                return i;
            }
        }

        return text.Length;
    }
}
