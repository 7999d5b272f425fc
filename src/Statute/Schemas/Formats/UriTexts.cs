using System.Buffers;

namespace Statute.Schemas.Formats;

/// <summary>RFC 3986: <c>uri</c> and <c>uri-reference</c>.</summary>
internal static class UriTexts
{
    private const string Unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=%";

    private static readonly SearchValues<byte> SchemeLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."u8);

    private static readonly SearchValues<byte> Name = Of(Unreserved);
    private static readonly SearchValues<byte> UserInfo = Of(Unreserved + ":");
    private static readonly SearchValues<byte> Path = Of(Unreserved + ":@/");
    private static readonly SearchValues<byte> QueryOrFragment = Of(Unreserved + ":@/?");

    public static bool IsUri(ReadOnlySpan<byte> text) => SchemeLength(text) is var scheme && scheme > 0 && IsRest(text[(scheme + 1)..]);

    public static bool IsReference(ReadOnlySpan<byte> text)
    {
        if (IsUri(text))
        {
            return true;
        }

        // Without a scheme the first segment has no colon.
        var colon = text.IndexOf((byte)':');
        return (colon < 0 || text[..colon].IndexOfAny("/?#"u8) >= 0) && IsRest(text);
    }

    private static int SchemeLength(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        return colon > 0 && Characters.IsLetter(text[0]) && !text[..colon].ContainsAnyExcept(SchemeLetters) ? colon : -1;
    }

    private static bool IsRest(ReadOnlySpan<byte> text)
    {
        if (!Cut(ref text, (byte)'#', QueryOrFragment) || !Cut(ref text, (byte)'?', QueryOrFragment))
        {
            return false;
        }

        if (!text.StartsWith("//"u8))
        {
            return Are(text, Path);
        }

        text = text[2..];
        var slash = text.IndexOf((byte)'/');
        return IsAuthority(slash < 0 ? text : text[..slash]) && (slash < 0 || Are(text[slash..], Path));
    }

    private static bool Cut(ref ReadOnlySpan<byte> text, byte mark, SearchValues<byte> allowed)
    {
        var at = text.IndexOf(mark);
        if (at < 0)
        {
            return true;
        }

        var part = text[(at + 1)..];
        text = text[..at];
        return Are(part, allowed);
    }

    private static bool IsAuthority(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf((byte)'@');
        if (at >= 0 && !Are(text[..at], UserInfo))
        {
            return false;
        }

        text = text[(at + 1)..];
        if (!text.StartsWith("["u8))
        {
            var colon = text.LastIndexOf((byte)':');
            return Are(colon < 0 ? text : text[..colon], Name) && IsPort(colon < 0 ? default : text[colon..]);
        }

        var end = text.IndexOf((byte)']');
        return end > 0 && IsLiteral(text[1..end]) && IsPort(text[(end + 1)..]);
    }

    private static bool IsLiteral(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] | 0x20) != 'v')
        {
            return IpAddresses.IsIpv6(text);
        }

        var dot = text.IndexOf((byte)'.');
        return dot > 1 && dot + 1 < text.Length && Characters.AreHex(text[1..dot]) && Are(text[(dot + 1)..], UserInfo);
    }

    private static bool IsPort(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (text[0] == ':' && !text[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'));

    private static bool Are(ReadOnlySpan<byte> text, SearchValues<byte> allowed)
    {
        if (text.ContainsAnyExcept(allowed))
        {
            return false;
        }

        while (text.IndexOf((byte)'%') is var percent && percent >= 0)
        {
            if (percent + 2 >= text.Length || !Characters.AreHex(text.Slice(percent + 1, 2)))
            {
                return false;
            }

            text = text[(percent + 3)..];
        }

        return true;
    }

    private static SearchValues<byte> Of(string letters) => SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(letters));
}
