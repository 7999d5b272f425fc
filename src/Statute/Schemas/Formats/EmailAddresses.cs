using System.Buffers;

namespace Statute.Schemas.Formats;

/// <summary>The mailbox of RFC 5321.</summary>
internal static class EmailAddresses
{
    private const int MaxLocalPart = 64;

    private static readonly SearchValues<byte> Atom =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~."u8);

    public static bool IsEmail(ReadOnlySpan<byte> text)
    {
        var at = text.LastIndexOf((byte)'@');
        return at >= 1 && at <= MaxLocalPart && IsLocalPart(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    private static bool IsLocalPart(ReadOnlySpan<byte> text) =>
        text[0] == '"'
            ? text.Length >= 2 && text[^1] == '"' && IsQuoted(text[1..^1])
            : !text.ContainsAnyExcept(Atom) && text[0] != '.' && text[^1] != '.' && text.IndexOf(".."u8) < 0;

    private static bool IsQuoted(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
                if (i == text.Length)
                {
                    return false;
                }
            }
            else if (text[i] == '"')
            {
                return false;
            }

            if (text[i] is < 32 or > 126)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != '[')
        {
            return HostNames.IsHostName(text);
        }

        if (text[^1] != ']')
        {
            return false;
        }

        var address = text[1..^1];
        return address.StartsWith("IPv6:"u8) ? IpAddresses.IsIpv6(address[5..]) : IpAddresses.IsIpv4(address);
    }
}
