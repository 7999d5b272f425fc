using System.Text;
using System.Text.Json.Nodes;

namespace Statute.Tests.Tables;

/// <summary>Tables for tests: the default one as JSON with a change made to it, and a table as lines of text.</summary>
internal static class TableText
{
    internal static StatusTable Load(string json) => StatusTable.Load(Encoding.UTF8.GetBytes(json));

    internal static IReadOnlyList<string> Faults(string json) =>
        Assert.Throws<StatusTableException>(() => Load(json)).Faults;

    internal static string Row(StatusRow row) => $"{row.Code}|{row.Message}|{row.Kind}|{row.Repeat}";

    internal static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => string.Join('|', line.Split('|', StringSplitOptions.TrimEntries)))];

    /// <summary>The default table as JSON, where each row given stands in place of the one of its code, or at the end.</summary>
    internal static string With(params string[] rows)
    {
        var given = rows.Select(row => (Code: CodeOf(row), Text: row)).ToList();
        var kept = StatusTable.Default.Rows.Where(row => given.TrueForAll(other => other.Code != row.Code)).Select(Json);
        return $"{{\"rows\":[{string.Join(',', kept.Concat(given.Select(row => row.Text)))}]}}";
    }

    /// <summary>The default table as JSON with the rows added behind its own.</summary>
    internal static string And(params string[] rows) =>
        $"{{\"rows\":[{string.Join(',', StatusTable.Default.Rows.Select(Json).Concat(rows))}]}}";

    internal static string Json(StatusRow row)
    {
        var json = new JsonObject
        {
            ["code"] = row.Code,
            ["message"] = row.Message,
            ["kind"] = row.Kind == RowKind.Normal ? "normal" : "abnormal",
            ["description"] = row.Description,
        };
        if (row.Repeat != RepeatRule.Silent)
        {
            json["repeat"] = row.Repeat switch
            {
                RepeatRule.Silent => "",
                RepeatRule.Modified => "modified",
                RepeatRule.Credentials => "credentials",
                RepeatRule.After => "after",
            };
        }

        return json.ToJsonString();
    }

    private static int? CodeOf(string row)
    {
        var digits = string.Concat(row.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return digits.Length == 0 ? null : int.Parse(digits);
    }
}
