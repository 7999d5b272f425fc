using System.Globalization;
using System.Text;

namespace Statute.Judging;

/// <summary>A value of the caller's, made fit to stand in a sentence: short, on one line, without control characters.</summary>
internal static class Quoted
{
    private const int MaxLength = 80;

    internal static string Of(string value)
    {
        var text = new StringBuilder(MaxLength + 5).Append('\'');
        foreach (var c in value.AsSpan(0, Math.Min(value.Length, MaxLength)))
        {
            text.Append(IsUnfit(c) ? '?' : c);
        }

        return text.Append(value.Length > MaxLength ? "...'" : "'").ToString();
    }

    // Format characters turn the direction of a text, and two separators that are no control characters end a line.
    private static bool IsUnfit(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
