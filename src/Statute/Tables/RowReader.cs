using System.Text.Json;

namespace Statute.Tables;

/// <summary>Reads one element of <c>rows</c>: a row, or the name of the row that takes a code.</summary>
internal static class RowReader
{
    private static readonly string[] Members = ["code", "message", "kind", "description", "repeat", "as"];

    internal static void Read(JsonElement element, int number, TableDraft draft)
    {
        var place = $"Row number {number}";
        if (element.ValueKind != JsonValueKind.Object)
        {
            draft.Fault($"{place} must be an object.");
            return;
        }

        foreach (var name in element.EnumerateObject().GroupBy(m => m.Name).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            draft.Fault($"{place}: the member '{name}' stands twice. Leave one out.");
        }

        foreach (var member in element.EnumerateObject().Where(m => !Members.Contains(m.Name)))
        {
            draft.Fault($"{place}: the member '{member.Name}' is not known; a row has {string.Join(", ", Members)}. Leave it out.");
        }

        if (!element.TryGetProperty("code", out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var code))
        {
            draft.Fault($"{place}: 'code' must be a whole number.");
            return;
        }

        if (element.TryGetProperty("as", out var target))
        {
            ReadAlias(element, code, target, draft);
            return;
        }

        var message = Text(element, code, "message", draft);
        var description = Text(element, code, "description", draft);
        var kind = Kind(element, code, draft);
        var repeat = Repeat(element, code, draft);
        if (message is not null && description is not null && kind is not null && repeat is not null)
        {
            draft.Add(new StatusRow(code, message, kind.Value, description, repeat.Value));
        }
        else
        {
            draft.Mention(code);
        }
    }

    private static void ReadAlias(JsonElement element, int code, JsonElement target, TableDraft draft)
    {
        if (element.EnumerateObject().Any(member => member.Name is not ("code" or "as")))
        {
            draft.Fault($"Row {code}: 'as' names the row that takes this code, so that nothing else may stand beside it.");
        }

        if (target.ValueKind == JsonValueKind.Number && target.TryGetInt32(out var other))
        {
            draft.Alias(code, other);
        }
        else
        {
            draft.Fault($"Row {code}: 'as' must be the code of a row.");
        }
    }

    private static string? Text(JsonElement element, int code, string name, TableDraft draft)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        draft.Fault($"Row {code}: '{name}' must be a text.");
        return null;
    }

    private static RowKind? Kind(JsonElement element, int code, TableDraft draft)
    {
        switch (Text(element, code, "kind", draft))
        {
            case "normal":
                return RowKind.Normal;
            case "abnormal":
                return RowKind.Abnormal;
            case { } word:
                draft.Fault($"Row {code}: the kind '{word}' is not known; it is normal or abnormal.");
                return null;
            case null:
                return null;
        }
    }

    private static RepeatRule? Repeat(JsonElement element, int code, TableDraft draft)
    {
        if (!element.TryGetProperty("repeat", out _))
        {
            return RepeatRule.Silent;
        }

        var word = Text(element, code, "repeat", draft);
        var rule = RepeatRules.Of(word);
        if (word is not null && rule is null)
        {
            draft.Fault($"Row {code}: the repeat rule '{word}' is not known; it is modified, credentials or after, or left out.");
        }

        return rule;
    }
}
