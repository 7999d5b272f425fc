namespace Statute.Judging;

/// <summary>One parameter of a media type. The value is without its quotes; what is escaped within them stays escaped.</summary>
internal readonly ref struct MediaTypeParameter
{
    private MediaTypeParameter(ReadOnlySpan<char> name, ReadOnlySpan<char> value, bool isQuoted, bool isValid)
    {
        Name = name;
        Value = value;
        IsQuoted = isQuoted;
        IsValid = isValid;
    }

    public ReadOnlySpan<char> Name { get; }

    public ReadOnlySpan<char> Value { get; }

    public bool IsQuoted { get; }

    public bool IsValid { get; }

    /// <summary>Whether the value is this text, in any case. What is escaped in quotes is the same unescaped (RFC 9110, 5.6.4).</summary>
    internal bool Is(ReadOnlySpan<char> text)
    {
        var rest = text;
        for (var i = 0; i < Value.Length; i++)
        {
            i += IsQuoted && Value[i] == '\\' ? 1 : 0;
            if (rest.IsEmpty || char.ToUpperInvariant(Value[i]) != char.ToUpperInvariant(rest[0]))
            {
                return false;
            }

            rest = rest[1..];
        }

        return rest.IsEmpty;
    }

    internal static MediaTypeParameter Read(ReadOnlySpan<char> text)
    {
        var equals = text.IndexOf('=');
        if (equals < 0)
        {
            return new MediaTypeParameter(text, default, false, false);
        }

        var name = text[..equals];
        var value = text[(equals + 1)..];
        var quoted = value.Length >= 2 && value[0] == '"' && value[^1] == '"';
        var valid = quoted ? IsQuotedText(value[1..^1]) : Token.IsValid(value);
        return new MediaTypeParameter(name, quoted ? value[1..^1] : value, quoted, Token.IsValid(name) && valid);
    }

    /// <summary>Whether every quote is escaped, and the closing one is not (RFC 9110, 5.6.4).</summary>
    private static bool IsQuotedText(ReadOnlySpan<char> text)
    {
        var escaped = false;
        foreach (var c in text)
        {
            if ((c == '"' && !escaped) || (char.IsControl(c) && c != '\t'))
            {
                return false;
            }

            escaped = c == '\\' && !escaped;
        }

        return !escaped;
    }
}
