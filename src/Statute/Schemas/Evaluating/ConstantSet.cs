using System.Text;
using System.Text.Json;

namespace Statute.Schemas.Evaluating;

/// <summary>The values of <c>enum</c> or <c>const</c>. Texts are looked up; other values are found by their hash and compared.</summary>
internal sealed class ConstantSet
{
    private readonly NameTable _texts;
    private readonly (ulong Hash, byte[] Json)[] _others;

    public ConstantSet(IReadOnlyList<JsonElement> values, SchemaBudgets budgets)
    {
        Values = [.. values.Select(value => value.GetRawText())];
        var texts = values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!).Distinct();
        _texts = new NameTable([.. texts.Select(text => Encoding.UTF8.GetBytes(text))]);
        _others = [.. values.Where(value => value.ValueKind != JsonValueKind.String).Select(value => Hashed(value, budgets))];
    }

    /// <summary>The values as the schema writes them.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The values, if all of them are texts.</summary>
    public IReadOnlyList<string>? OnlyTexts =>
        _others.Length == 0 ? [.. Enumerable.Range(0, _texts.Count).Select(number => Encoding.UTF8.GetString(_texts[number]))] : null;

    /// <summary>Whether the value that began there, and has just been read, is one of them.</summary>
    public bool Has(ref Run run, int start)
    {
        var end = run.At;
        run.At = start;
        var has = run.Json[start] == '"' ? HasText(ref run) : HasOther(ref run, start);
        run.At = end;
        return has;
    }

    private bool HasText(ref Run run)
    {
        run.ReadString(out var token);
        var top = run.Arena.Top;
        var text = run.TextOf(token);
        var has = _texts.Find(text, NameHash.Of(text)) >= 0;
        run.Arena.Top = top;
        return has;
    }

    private bool HasOther(ref Run run, int start)
    {
        if (_others.Length == 0)
        {
            return false;
        }

        var hash = ValueHash.Of(ref run);
        foreach (var (known, json) in _others)
        {
            if (hash == known && Equality.Holds(ref run, start, json, 0))
            {
                return true;
            }
        }

        return false;
    }

    private static (ulong Hash, byte[] Json) Hashed(JsonElement value, SchemaBudgets budgets)
    {
        var json = Encoding.UTF8.GetBytes(value.GetRawText());
        var run = new Run(json, budgets, default, null);
        var hash = ValueHash.Of(ref run);
        run.Return();
        return (hash, json);
    }
}
