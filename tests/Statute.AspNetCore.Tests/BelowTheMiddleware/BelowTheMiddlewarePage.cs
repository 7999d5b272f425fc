namespace Statute.AspNetCore.Tests.BelowTheMiddleware;

/// <summary>The tables of docs/below-the-middleware.md.</summary>
internal static class BelowTheMiddlewarePage
{
    /// <summary>The rows of the table under a heading, as <c>what is wrong | code | by whom</c>.</summary>
    internal static string[] Rows(string heading)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Statute.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return
        [
            .. File.ReadLines(Path.Combine(folder, "docs", "below-the-middleware.md"))
                .SkipWhile(line => line != $"## {heading}")
                .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => string.Join(" | ", line.Trim('|').Split('|', StringSplitOptions.TrimEntries))),
        ];
    }
}
