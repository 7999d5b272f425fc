namespace Statute.Acceptance.Readme;

/// <summary>One curl of the README, the line it stands in, and what the README prints below it.</summary>
internal sealed record Exchange(int Line, string Command, HttpText Printed)
{
    private const string Fence = "```";
    private const string Prompt = "$ ";

    /// <summary>The code of the row that is shown, for people who read a failure.</summary>
    public string Row => Printed.StatusLine?.Split(' ') is [_, string code, ..] ? code : "content";

    /// <summary>All blocks marked <c>console</c> whose first line is a curl, in the order of the document.</summary>
    public static IReadOnlyList<Exchange> ReadAll(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var found = new List<Exchange>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != Fence + "console")
            {
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, line => line.Trim() == Fence);
            if (end < 0)
            {
                throw new FormatException($"The block of line {i + 1} has no end.");
            }

            if (lines[i + 1].StartsWith(Prompt + "curl", StringComparison.Ordinal))
            {
                ReadBlock(lines, i + 1, end, found);
            }

            i = end;
        }
        return found;
    }

    private static void ReadBlock(string[] lines, int start, int end, List<Exchange> found)
    {
        for (var i = start; i < end;)
        {
            var line = i;
            var command = new List<string> { lines[i][Prompt.Length..] };
            while (lines[i].EndsWith('\\') && i + 1 < end)
            {
                command.Add(lines[++i]);
            }

            var next = Array.FindIndex(lines, i + 1, text => text.StartsWith(Prompt, StringComparison.Ordinal));
            next = next < 0 || next > end ? end : next;
            found.Add(new Exchange(line + 1, string.Join('\n', command), HttpText.Parse(lines[(i + 1)..next])));
            i = next;
        }
    }
}
