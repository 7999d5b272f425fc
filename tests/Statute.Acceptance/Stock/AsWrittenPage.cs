namespace Statute.Acceptance.Stock;

/// <summary>The table of docs/as-written.md.</summary>
internal static class AsWrittenPage
{
    /// <summary>Its rows: the request, the answer as written, and the answer of the held stockroom.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> Rows() =>
        from line in File.ReadLines(Path.Combine(Repository.Root, "docs", "as-written.md"))
            .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'))
        let cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries)
        select new TheoryDataRow<string, string, string>(cells[0].Replace("`", ""), cells[1], cells[2].Replace("`", ""));
}
