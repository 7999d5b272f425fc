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
            draft.Fault($"The table is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}. Correct it there.");
        }

        return draft.ToTable();
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static void ReadRoot(JsonElement root, TableDraft draft)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("rows", out var rows)
            || rows.ValueKind != JsonValueKind.Array)
        {
            draft.Fault("The table must be an object with an array 'rows'.");
            return;
        }

        foreach (var member in root.EnumerateObject().Where(member => member.Name != "rows"))
        {
            draft.Fault($"The member '{member.Name}' is not known; a table has only 'rows'. Leave it out.");
        }

        var number = 0;
        foreach (var row in rows.EnumerateArray())
        {
            RowReader.Read(row, ++number, draft);
        }
    }
}
