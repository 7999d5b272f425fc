using System.Text;

namespace Statute.Judging;

/// <summary>A value of the caller's, made fit to stand in a sentence: short, on one line, without control characters.</summary>
internal static class Quoted
{
    private const int MaxLength = 80;

    internal static string Of(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('\'');
        foreach (var c in value.AsSpan(0, Math.Min(value.Length, MaxLength)))
        {
            text.Append(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        }

        return text.Append(value.Length > MaxLength ? "...'" : "'").ToString();
    }
}
