using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Statute.Problems;

/// <summary>The page to which the <c>type</c> of a refusal leads.</summary>
public static class ProblemPage
{
    /// <summary>Writes the page of a problem type, or of a row that has no finer type.</summary>
    /// <param name="name">The last segment of the type: a name such as <c>not-found</c>, or a code such as <c>409</c>.</param>
    /// <param name="table">The table whose words are shown.</param>
    /// <param name="output">Receives HTML in UTF-8, less than 3 KB.</param>
    /// <returns>False where there is no such page; nothing is written then.</returns>
    public static bool TryWrite(string name, StatusTable table, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (ProblemTypes.TryParse(name, out var problem))
        {
            var text = ProblemText.Of(problem);
            (string, string)[] texts = [("What happened", text.Happened), ("What to correct", text.Cure), ("Source", text.Source)];
            Write(output, table.RowOf(problem), name, texts);
            return true;
        }

        if (name.Length == 3 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && table.Find(code) is { Kind: RowKind.Abnormal } row)
        {
            Write(output, row, name, []);
            return true;
        }

        return false;
    }

    private static void Write(IBufferWriter<byte> output, StatusRow row, string name, ReadOnlySpan<(string Term, string Words)> texts)
    {
        var heading = Html($"{row.Code} {row.Message}");
        var page = new StringBuilder($$"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{{(name == $"{row.Code}" ? heading : $"{heading}: {Html(name)}")}}</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
            dt { font-weight: 600; margin-top: 1rem }
            dd { margin: 0 }
            </style>
            <h1>{{heading}}</h1>
            <p><code>{{Html(name)}}</code></p>
            <dl>

            """);
        Add(page, "What the row means", row.Description);
        foreach (var (term, words) in texts)
        {
            Add(page, term, words);
        }

        Add(page, "Repeating", row.Repeat.Sentence());
        page.Append("</dl>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void Add(StringBuilder page, string term, string words) =>
        page.Append("<dt>").Append(Html(term)).Append("</dt><dd>").Append(Html(words)).Append("</dd>\n");

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
