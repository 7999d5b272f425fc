namespace Statute.Tables;

/// <summary>What may be wrong with a row by itself.</summary>
internal static class RowFaults
{
    private const int LongestMessage = 64;
    private const int LongestDescription = 500;

    internal static IEnumerable<string> Of(StatusRow row)
    {
        if (OfCode(row.Code) is { } fault)
        {
            yield return fault;
            yield break;
        }

        if (row.Message.Length is 0 or > LongestMessage || row.Message.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            yield return $"Row {row.Code}: the message must have 1 to {LongestMessage} printable ASCII characters, since it is the reason "
                + "phrase on HTTP/1.1. Shorten it, or leave out what is not.";
        }

        if (row.Description.Length is 0 or > LongestDescription)
        {
            yield return $"Row {row.Code}: the description has {row.Description.Length} characters, not 1 to {LongestDescription}.";
        }

        var kind = row.Code < 400 ? RowKind.Normal : RowKind.Abnormal;
        if (row.Kind != kind)
        {
            yield return $"Row {row.Code}: the kind is {row.Kind}; a code {(row.Code < 400 ? "below" : "from")} 400 is {kind}.";
        }
        else if (row.Kind == RowKind.Normal && row.Repeat != RepeatRule.Silent)
        {
            yield return $"Row {row.Code}: a normal row has no repeat rule. Leave repeat out.";
        }
    }

    internal static string? OfCode(int code) => code is < 200 or > 599
        ? $"Row {code}: the code must be between 200 and 599, since the table governs final answers."
        : null;
}
