using System.Text;

namespace Statute.Judging;

/// <summary>One media type or media range with its parameters, read from a field value without copying (RFC 9110, 8.3.1).</summary>
public readonly ref struct MediaType
{
    private MediaType(ReadOnlySpan<char> type, ReadOnlySpan<char> subtype, ReadOnlySpan<char> parameters)
    {
        Type = type;
        Subtype = subtype;
        Parameters = parameters;
    }

    /// <summary>The part before the slash.</summary>
    public ReadOnlySpan<char> Type { get; }

    /// <summary>The part behind the slash, without parameters.</summary>
    public ReadOnlySpan<char> Subtype { get; }

    /// <summary>What follows the first semicolon; empty where nothing does.</summary>
    public ReadOnlySpan<char> Parameters { get; }

    /// <summary>Whether this is JSON: the subtype is <c>json</c> or ends in <c>+json</c> (RFC 6839).</summary>
    public bool IsJson => Is(Subtype, "json") || Suffix.Length > 0 && Is(Suffix, "json");

    /// <summary>Whether this is a form in one line, of which only the type says what charset it is in.</summary>
    internal bool IsForm => Is(Type, "application") && Is(Subtype, "x-www-form-urlencoded");

    /// <summary>What follows the last plus of the subtype; empty where there is none.</summary>
    public ReadOnlySpan<char> Suffix
    {
        get
        {
            var plus = Subtype.LastIndexOf('+');
            return plus < 0 ? default : Subtype[(plus + 1)..];
        }
    }

    /// <summary>Reads a field value. False where it is not one media type.</summary>
    public static bool TryParse(ReadOnlySpan<char> value, out MediaType mediaType)
    {
        mediaType = default;
        var semicolon = value.IndexOf(';');
        var essence = (semicolon < 0 ? value : value[..semicolon]).Trim(" \t");
        var slash = essence.IndexOf('/');
        if (slash < 0 || !Token.IsValid(essence[..slash]) || !Token.IsValid(essence[(slash + 1)..]))
        {
            return false;
        }

        mediaType = new MediaType(essence[..slash], essence[(slash + 1)..], semicolon < 0 ? default : value[(semicolon + 1)..]);
        foreach (var parameter in new MediaTypeParameters(mediaType.Parameters))
        {
            if (!parameter.IsValid)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value of a parameter without its quotes; empty where the parameter is absent.</summary>
    /// <param name="name">The name, in any case.</param>
    public ReadOnlySpan<char> Parameter(ReadOnlySpan<char> name)
    {
        foreach (var parameter in new MediaTypeParameters(Parameters))
        {
            if (Is(parameter.Name, name))
            {
                return parameter.Value;
            }
        }

        return default;
    }

    /// <summary>Whether the value names a charset in quotes, which is legal and which not every reader understands.</summary>
    public static bool HasQuotedCharset(ReadOnlySpan<char> value)
    {
        if (!value.Contains('"') || !TryParse(value, out var mediaType))
        {
            return false;
        }

        foreach (var parameter in new MediaTypeParameters(mediaType.Parameters))
        {
            if (parameter.IsQuoted && Is(parameter.Name, "charset"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value without its charset parameter; its other parameters stay.</summary>
    public static string WithoutCharset(ReadOnlySpan<char> value)
    {
        if (!TryParse(value, out var mediaType))
        {
            return value.ToString();
        }

        var text = new StringBuilder().Append(mediaType.Type).Append('/').Append(mediaType.Subtype);
        foreach (var parameter in new MediaTypeParameters(mediaType.Parameters))
        {
            if (!Is(parameter.Name, "charset"))
            {
                var quote = parameter.IsQuoted ? "\"" : "";
                text.Append("; ").Append(parameter.Name).Append('=').Append(quote).Append(parameter.Value).Append(quote);
            }
        }

        return text.ToString();
    }

    /// <summary>Whether this, read as a media range, includes the given media type.</summary>
    public bool Includes(in MediaType other)
    {
        if (!Is(Type, "*") && !Is(Type, other.Type))
        {
            return false;
        }

        // "application/*+json" is the range that ASP.NET's own JSON reader declares.
        var anyWithSuffix = Subtype.Length > 2 && Subtype.StartsWith("*+") && Is(Subtype[2..], other.Suffix);
        return (Is(Subtype, "*") || anyWithSuffix || Is(Subtype, other.Subtype)) && HasParametersOfRange(other);
    }

    private bool HasParametersOfRange(in MediaType other)
    {
        foreach (var parameter in new MediaTypeParameters(Parameters))
        {
            if (!Is(parameter.Name, "q") && !Is(parameter.Name, "charset") && !Is(other.Parameter(parameter.Name), parameter.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
