using System.Buffers;

namespace Statute.Schemas.Formats;

/// <summary>RFC 1123, section 2.1, with the A-labels of RFC 5890.</summary>
internal static class HostNames
{
    private const int MaxLength = 253;
    private const int MaxLabel = 63;

    private static readonly SearchValues<byte> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"u8);

    public static bool IsHostName(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return false;
        }

        while (true)
        {
            var dot = text.IndexOf((byte)'.');
            if (!IsLabel(dot < 0 ? text : text[..dot]))
            {
                return false;
            }

            if (dot < 0)
            {
                return true;
            }

            text = text[(dot + 1)..];
        }
    }

    private static bool IsLabel(ReadOnlySpan<byte> label)
    {
        if (label.Length is 0 or > MaxLabel || label[0] == '-' || label[^1] == '-' || label.ContainsAnyExcept(Letters))
        {
            return false;
        }

        // Hyphens in third and fourth place are kept for labels that stand for others, of which one kind exists.
        return label.Length < 4 || label[2] != '-' || label[3] != '-'
            || ((label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n' && InternationalLabels.IsValid(label[4..]));
    }
}
