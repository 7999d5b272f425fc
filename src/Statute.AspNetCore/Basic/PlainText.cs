using System.Globalization;
using System.Text;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// What a name, a role or a password may be made of (RFC 7617, section 2: no control characters), and the one form in which
/// they are compared (RFC 8265: normalization form C, so that a name typed on one system is found when typed on another).
/// </summary>
internal static class PlainText
{
    public static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool IsPlain(ReadOnlySpan<char> text) => IndexOfForbidden(text) < 0;

    public static string? Fault(ReadOnlySpan<char> text, string what)
    {
        var at = IndexOfForbidden(text);
        if (at < 0)
        {
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"the {what} contains U+{(int)text[at]:X4} as its character {at + 1}, and control characters are not allowed; remove it");
    }

    // The text must be plain: Normalize throws on what is not.
    public static string Normal(string text) => text.Normalize(NormalizationForm.FormC);

    private static int IndexOfForbidden(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            // U+FFFE is no character, and string.Normalize throws when it meets one.
            if (char.IsControl(c) || c == '\uFFFE')
            {
                return i;
            }

            if (!char.IsSurrogate(c))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
