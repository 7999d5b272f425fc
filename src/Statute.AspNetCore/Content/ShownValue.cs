using System.Text;

namespace Statute.AspNetCore.Content;

/// <summary>A value of the caller as a detail repeats it: short, on one line.</summary>
internal static class ShownValue
{
    private const int MaxLength = 40;

    internal static string Of(string value) => $"'{Short(value)}'";

    internal static string Short(string value)
    {
        var text = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (text.Length >= MaxLength)
            {
                return $"{text}...";
            }

            text.Append(Rune.IsControl(rune) || IsUnseen(rune) ? "?" : rune.ToString());
        }

        return text.ToString();
    }

    /// <summary>Signs that turn the direction of a line, break it, or cannot be seen.</summary>
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator;
}
