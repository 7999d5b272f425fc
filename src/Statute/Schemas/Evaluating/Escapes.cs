using System.Globalization;
using System.Text;

namespace Statute.Schemas.Evaluating;

/// <summary>The escapes of JSON strings. Half a surrogate pair is refused: UTF-8 cannot hold it, so nobody could read it.</summary>
internal static class Escapes
{
    /// <summary>The bytes of the escape that starts here: 0 if it is none, -1 if it is half a surrogate pair.</summary>
    public static int LengthAt(ReadOnlySpan<byte> json, int at)
    {
        if (at + 1 >= json.Length)
        {
            return 0;
        }

        if (json[at + 1] != 'u')
        {
            return "\"\\/bfnrt"u8.Contains(json[at + 1]) ? 2 : 0;
        }

        if (!TryUnit(json, at, out var unit))
        {
            return 0;
        }

        if (!char.IsSurrogate(unit))
        {
            return 6;
        }

        return char.IsHighSurrogate(unit) && TryUnit(json, at + 6, out var low) && char.IsLowSurrogate(low) ? 12 : -1;
    }

    public static bool HasLoneSurrogate(ReadOnlySpan<byte> written)
    {
        while (written.IndexOf((byte)'\\') is var next && next >= 0)
        {
            var length = LengthAt(written, next);
            if (length < 0)
            {
                return true;
            }

            written = written[(next + length)..];
        }

        return false;
    }

    /// <summary>Writes the string that these bytes stand for; it is never longer than they are.</summary>
    public static int Decode(ReadOnlySpan<byte> written, Span<byte> text)
    {
        var length = 0;
        while (written.IndexOf((byte)'\\') is var next && next >= 0)
        {
            written[..next].CopyTo(text[length..]);
            length += next;
            var size = LengthAt(written, next);
            length += size == 2 ? Short(written[next + 1], text[length..]) : RuneAt(written, next, size).EncodeToUtf8(text[length..]);
            written = written[(next + size)..];
        }

        written.CopyTo(text[length..]);
        return length + written.Length;
    }

    private static int Short(byte letter, Span<byte> text)
    {
        text[0] = (char)letter switch
        {
            'b' => (byte)'\b',
            'f' => (byte)'\f',
            'n' => (byte)'\n',
            'r' => (byte)'\r',
            't' => (byte)'\t',
            _ => letter,
        };
        return 1;
    }

    private static Rune RuneAt(ReadOnlySpan<byte> json, int at, int size)
    {
        TryUnit(json, at, out var high);
        if (size == 6)
        {
            return new Rune(high);
        }

        TryUnit(json, at + 6, out var low);
        return new Rune(high, low);
    }

    private static bool TryUnit(ReadOnlySpan<byte> json, int at, out char unit)
    {
        unit = default;
        if (at + 6 > json.Length || json[at] != '\\' || json[at + 1] != 'u'
            || !ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
