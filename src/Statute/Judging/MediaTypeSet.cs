using System.Text;

namespace Statute.Judging;

/// <summary>The media types that an operation accepts, immutable.</summary>
public sealed class MediaTypeSet
{
    private readonly string[] _ranges;

    /// <summary>Makes a set of media types and ranges.</summary>
    /// <param name="ranges">
    /// Each a media type, <c>type/*</c>, <c>*/*</c> or <c>type/*+suffix</c>, with or without parameters. What is not a media type
    /// is left out.
    /// </param>
    public MediaTypeSet(IEnumerable<string> ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        _ranges = [.. ranges.Where(r => MediaType.TryParse(r, out _)).Distinct(StringComparer.OrdinalIgnoreCase)];
        Field = string.Join(", ", _ranges);
    }

    /// <summary>The set of an operation that does not say what it accepts: everything passes.</summary>
    public static MediaTypeSet Any { get; } = new([]);

    /// <summary>Whether the operation says what it accepts.</summary>
    public bool IsDeclared => _ranges.Length > 0;

    /// <summary>The value of Accept, Accept-Post and Accept-Patch: the ranges in the order given.</summary>
    public string Field { get; }

    /// <summary>The ranges in the order given.</summary>
    public IReadOnlyList<string> Ranges => _ranges;

    internal MediaTypeFault Judge(string? contentType, bool hasContent)
    {
        if (!IsDeclared)
        {
            return MediaTypeFault.None;
        }

        if (string.IsNullOrEmpty(contentType))
        {
            return hasContent ? MediaTypeFault.Missing : MediaTypeFault.None;
        }

        if (IsOneOf(contentType))
        {
            return MediaTypeFault.None;
        }

        if (!MediaType.TryParse(contentType, out var mediaType))
        {
            return MediaTypeFault.Malformed;
        }

        if (!Includes(mediaType))
        {
            return MediaTypeFault.NotAccepted;
        }

        return HasReadableCharset(mediaType) ? MediaTypeFault.None : MediaTypeFault.Charset;
    }

    /// <summary>The common case, without parsing: the field is what the operation declares, and has no parameters.</summary>
    private bool IsOneOf(string contentType)
    {
        foreach (var range in _ranges)
        {
            if (range.Equals(contentType, StringComparison.OrdinalIgnoreCase) && !contentType.Contains(';'))
            {
                return true;
            }
        }

        return false;
    }

    private bool Includes(in MediaType mediaType)
    {
        foreach (var text in _ranges)
        {
            if (MediaType.TryParse(text, out var range) && range.Includes(mediaType))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of several charsets each has to be one: who reads the content may go by any of them.</summary>
    private static bool HasReadableCharset(in MediaType mediaType)
    {
        var isForm = mediaType.IsForm;
        if (!isForm && !mediaType.IsJson)
        {
            return true;
        }

        foreach (var parameter in new MediaTypeParameters(mediaType.Parameters))
        {
            if (parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)
                && !parameter.Is("utf-8")
                && !(isForm && IsKnown(parameter.Value.ToString())))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether .NET, or what the application has registered with it, decodes this charset.</summary>
    private static bool IsKnown(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
