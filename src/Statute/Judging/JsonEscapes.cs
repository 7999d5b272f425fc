using System.Buffers.Text;

namespace Statute.Judging;

/// <summary>The escapes of a JSON text (RFC 8259, 7), as far as they can stand for half a character.</summary>
internal static class JsonEscapes
{
    private const int UnicodeEscape = 6;

    /// <summary>Whether a surrogate stands alone.</summary>
    /// <param name="text">The inside of a well-formed JSON string, with its escapes.</param>
    internal static bool HasLoneSurrogate(ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf((byte)'\\'); at >= 0; at = text.IndexOf((byte)'\\'))
        {
            text = text[at..];
            var unit = UnitOf(text);
            if (char.IsLowSurrogate(unit))
            {
                return true;
            }

            if (char.IsHighSurrogate(unit))
            {
                text = text[UnicodeEscape..];
                if (!char.IsLowSurrogate(UnitOf(text)))
                {
                    return true;
                }
            }

            text = text[(unit == default && text[1] != (byte)'u' ? 2 : UnicodeEscape)..];
        }

        return false;
    }

    /// <summary>The code unit of <c>\uXXXX</c> at the beginning; zero where there is something else.</summary>
    private static char UnitOf(ReadOnlySpan<byte> text) =>
        text.Length >= UnicodeEscape && text.StartsWith("\\u"u8) && Utf8Parser.TryParse(text[2..UnicodeEscape], out ushort unit, out _, 'x')
            ? (char)unit
            : default;
}
