using System.Collections.Immutable;
using System.Text.Json;

namespace Statute.Tables;

/// <summary>Reads a table and collects all of its faults.</summary>
internal static class TableReader
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    internal static StatusTable Embedded(string name)
    {
        using var file = typeof(TableReader).Assembly.GetManifestResourceStream(name)!;
        var utf8 = new byte[file.Length];
        file.ReadExactly(utf8);
        return Read(utf8);
    }

    internal static StatusTable Read(ReadOnlySpan<byte> utf8)
    {
        var draft = new TableDraft();
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(utf8).ToArray(), Lenient);
            ReadRoot(document.RootElement, draft);
        }
        catch (JsonException e)
        {
            throw Unreadable($"The table is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}. Correct it there.");
        }
        catch (InvalidOperationException)
        {
            throw Unreadable("The table is not Unicode: the name of a member beside 'rows' is not. Save it as UTF-8.");
        }

        return draft.ToTable();
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    /// <summary>A table of which no row could be read has this fault only, not that of each row that it lacks.</summary>
    private static StatusTableException Unreadable(string fault) => new([fault]);

    private static void ReadRoot(JsonElement root, TableDraft draft)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("rows", out var rows)
            || rows.ValueKind != JsonValueKind.Array)
        {
            throw Unreadable("The table must be an object with an array 'rows'.");
        }

        foreach (var member in root.EnumerateObject().Where(member => member.Name != "rows"))
        {
            draft.Fault($"The member '{member.Name}' is not known; a table has only 'rows'. Leave it out.");
        }

        if (root.EnumerateObject().Count(member => member.Name == "rows") > 1)
        {
            draft.Fault("The member 'rows' stands twice. Leave one out.");
        }

        var number = 0;
        foreach (var row in rows.EnumerateArray())
        {
            ReadRow(row, ++number, draft);
        }
    }

    private static void ReadRow(JsonElement row, int number, TableDraft draft)
    {
        try
        {
            RowReader.Read(row, number, draft);
        }
        catch (InvalidOperationException)
        {
            // The parser lets text pass that is not Unicode; that is found only when it is read.
            draft.Fault($"Row number {number}: a text is not Unicode. Save the table as UTF-8, and leave out half surrogate pairs.");
        }
    }
}
