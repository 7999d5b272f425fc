using System.Text;
using System.Text.Json;

namespace Statute.Schemas.Evaluating;

/// <summary>The values of <c>enum</c> or <c>const</c>. Texts are looked up; other values are found by their hash and compared.</summary>
internal sealed class ConstantSet
{
    private readonly NameTable _texts;

    // In the order of their hashes.
    private readonly ulong[] _hashes;
    private readonly byte[][] _others;

    public ConstantSet(IReadOnlyList<JsonElement> values)
    {
        Values = [.. values.Select(value => value.GetRawText())];
        var texts = values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!).Distinct();
        _texts = new NameTable([.. texts.Select(text => Encoding.UTF8.GetBytes(text))]);
        var others = values.Where(value => value.ValueKind != JsonValueKind.String);
        _others = [.. others.Select(value => Encoding.UTF8.GetBytes(value.GetRawText()))];
        _hashes = [.. _others.Select(HashOf)];
        Array.Sort(_hashes, _others);
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
        var number = Array.BinarySearch(_hashes, hash);
        while (number > 0 && _hashes[number - 1] == hash)
        {
            number--;
        }

        for (; number >= 0 && number < _hashes.Length && _hashes[number] == hash; number++)
        {
            if (Equality.Holds(ref run, start, _others[number], 0))
            {
                return true;
            }
        }

        return false;
    }

    private static ulong HashOf(byte[] json)
    {
        var run = Run.OverRead(json);
        var hash = ValueHash.Of(ref run);
        run.Return();
        return hash;
    }
}
