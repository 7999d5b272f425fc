namespace Statute.Acceptance.Readme;

/// <summary>An answer as <c>curl -i</c> prints it; of an answer printed without its head only the content is known.</summary>
internal sealed record HttpText(string? StatusLine, IReadOnlyList<string> Fields, string Content)
{
    public static HttpText Parse(IEnumerable<string> text)
    {
        string[] lines = [.. text];
        if (lines is not [string first, ..] || !first.StartsWith("HTTP/", StringComparison.Ordinal))
        {
            return new HttpText(null, [], string.Join('\n', lines).Trim());
        }

        var blank = Array.IndexOf(lines, "");
        var end = blank < 0 ? lines.Length : blank;
        var rest = lines[Math.Min(end + 1, lines.Length)..];
        // An interim answer (RFC 9110, 15.2) is followed by the one that counts.
        var interim = first.Split(' ') is [_, ['1', ..], ..];
        return interim ? Parse(rest) : new HttpText(first.Trim(), lines[1..end], string.Join('\n', rest).Trim());
    }
}
