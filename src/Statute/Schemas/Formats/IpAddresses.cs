namespace Statute.Schemas.Formats;

/// <summary>RFC 2673 (<c>ipv4</c>) and RFC 4291 (<c>ipv6</c>), without zones and prefixes.</summary>
internal static class IpAddresses
{
    public static bool IsIpv4(ReadOnlySpan<byte> text)
    {
        for (var part = 0; part < 4; part++)
        {
            var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            digits = digits < 0 ? text.Length : digits;
            if (digits is < 1 or > 3 || (digits > 1 && text[0] == '0'))
            {
                return false;
            }

            var value = 0;
            foreach (var digit in text[..digits])
            {
                value = (value * 10) + (digit - '0');
            }

            text = text[digits..];
            if (value > 255 || (part < 3 && (text.IsEmpty || text[0] != '.')))
            {
                return false;
            }

            text = part < 3 ? text[1..] : text;
        }

        return text.IsEmpty;
    }

    public static bool IsIpv6(ReadOnlySpan<byte> text)
    {
        var gap = text.IndexOf("::"u8);
        if (gap < 0)
        {
            return Groups(text, mayEndInIpv4: true) == 8;
        }

        var left = Groups(text[..gap], mayEndInIpv4: false);
        var right = Groups(text[(gap + 2)..], mayEndInIpv4: true);
        return left >= 0 && right >= 0 && left + right <= 7;
    }

    /// <summary>How many groups of sixteen bits there are, or -1.</summary>
    private static int Groups(ReadOnlySpan<byte> text, bool mayEndInIpv4)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)':');
            var group = end < 0 ? text : text[..end];
            if (end < 0 && mayEndInIpv4 && group.Contains((byte)'.'))
            {
                return IsIpv4(group) ? count + 2 : -1;
            }

            if (group.Length is < 1 or > 4 || !Characters.AreHex(group) || end == text.Length - 1)
            {
                return -1;
            }

            count++;
            text = end < 0 ? default : text[(end + 1)..];
        }

        return count;
    }
}
