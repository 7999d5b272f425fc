using System.Globalization;
using System.Text;

namespace Statute.AspNetCore.Content;

/// <summary>Writes RFC 6901 pointers in fragment form, such as <c>#/lines/1/qty</c>.</summary>
internal static class FragmentPointer
{
    /// <summary>The whole content.</summary>
    internal const string Root = "#";

    /// <summary>What a fragment may hold as it is besides letters and digits (RFC 3986), without the pointer's tilde and slash.</summary>
    private const string Plain = "-._!$&'()*+,;=:@?";

    internal static string Of(IEnumerable<string> names)
    {
        var pointer = Root;
        foreach (var name in names)
        {
            pointer = Append(pointer, name);
        }

        return pointer;
    }

    internal static string Append(string pointer, int index) => $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}";

    internal static string Append(string pointer, string name)
    {
        var text = new StringBuilder(pointer).Append('/');
        foreach (var rune in name.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '~' => text.Append("~0"),
                '/' => text.Append("~1"),
                _ when IsPlain(rune) => text.Append((char)rune.Value),
                _ => Encode(text, rune),
            };
        }

        return text.ToString();
    }

    private static bool IsPlain(Rune rune) =>
        rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || Plain.Contains((char)rune.Value));

    private static StringBuilder Encode(StringBuilder text, Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
        {
            text.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return text;
    }
}
