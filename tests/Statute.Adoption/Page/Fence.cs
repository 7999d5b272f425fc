namespace Statute.Adoption.Page;

/// <summary>A fenced block of <c>docs/into-an-existing-service.md</c>.</summary>
/// <param name="Language">What stands behind its fence.</param>
/// <param name="Line">The line of its fence.</param>
/// <param name="Text">What stands between the fences.</param>
internal sealed record Fence(string Language, int Line, string Text)
{
    private const string Mark = "```";

    /// <summary>The blocks in their order.</summary>
    internal static IReadOnlyList<Fence> All { get; } = Read(File.ReadAllLines(
        Path.Combine(Repository.Root, "docs", "into-an-existing-service.md")));

    private static List<Fence> Read(string[] lines)
    {
        var fences = new List<Fence>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Mark, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, Mark, i + 1);
            Assert.True(end > 0, $"The block of line {i + 1} has no end.");
            fences.Add(new Fence(lines[i][Mark.Length..], i + 1, string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }

        return fences;
    }
}
