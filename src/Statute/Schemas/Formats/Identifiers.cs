using System.Buffers;
using System.Buffers.Text;

namespace Statute.Schemas.Formats;

/// <summary>RFC 4122 (<c>uuid</c>), RFC 6901 (<c>json-pointer</c>) and RFC 4648 (<c>byte</c>, with its padding).</summary>
internal static class Identifiers
{
    private static readonly SearchValues<byte> Base64Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    public static bool IsUuid(ReadOnlySpan<byte> text) =>
        text.Length == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-'
        && Characters.AreHex(text[..8]) && Characters.AreHex(text[9..13]) && Characters.AreHex(text[14..18])
        && Characters.AreHex(text[19..23]) && Characters.AreHex(text[24..]);

    public static bool IsJsonPointer(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] != '/')
        {
            return false;
        }

        while (text.IndexOf((byte)'~') is var tilde && tilde >= 0)
        {
            if (tilde + 1 == text.Length || text[tilde + 1] is not ((byte)'0' or (byte)'1'))
            {
                return false;
            }

            text = text[(tilde + 2)..];
        }

        return true;
    }

    // The platform's check passes over spaces, which are no letters of base64.
    public static bool IsBase64(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(Base64Letters) && Base64.IsValid(text);
}
