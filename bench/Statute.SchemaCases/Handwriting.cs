using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Statute.SchemaCases;

/// <summary>Writes a value as nobody would: with spaces, escapes and exponents wherever JSON allows them.</summary>
internal sealed class Handwriting(Chance chance)
{
    private readonly StringBuilder _text = new();

    internal static string Write(JsonNode? value, Chance chance)
    {
        var writing = new Handwriting(chance);
        writing.Write(value);
        return writing._text.ToString();
    }

    private void Write(JsonNode? value)
    {
        Space();
        switch (value)
        {
            case JsonObject members:
                Container('{', '}', members, member =>
                {
                    Space();
                    Text(member.Key);
                    Space();
                    _text.Append(':');
                    Write(member.Value);
                });
                break;
            case JsonArray items:
                Container('[', ']', items, Write);
                break;
            case JsonValue when value.GetValueKind() == JsonValueKind.String:
                Text(value.GetValue<string>());
                break;
            case JsonValue when value.GetValueKind() == JsonValueKind.Number:
                Number(value.ToJsonString());
                break;
            default:
                _text.Append(value?.ToJsonString() ?? "null");
                break;
        }

        Space();
    }

    private void Container<T>(char open, char close, IEnumerable<T> elements, Action<T> write)
    {
        var before = open;
        foreach (var element in elements)
        {
            _text.Append(before);
            write(element);
            before = ',';
        }

        _text.Append(before == open ? open : "");
        Space();
        _text.Append(close);
    }

    private void Space()
    {
        if (chance.Percent(10))
        {
            _text.Append(chance.Of([" ", "\n", "\t", "\r\n    ", new string(' ', 70)]));
        }
    }

    private void Text(string text)
    {
        _text.Append('"');
        foreach (var unit in text)
        {
            _text.Append(chance.Percent(15) || char.IsSurrogate(unit)
                ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}")
                : JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(unit.ToString()));
        }

        _text.Append('"');
    }

    // The same number: its point moved by an exponent.
    private void Number(string text)
    {
        if (!chance.Percent(20) || text.Contains('e', StringComparison.OrdinalIgnoreCase))
        {
            _text.Append(text);
            return;
        }

        var zeros = chance.Below(12);
        var point = text.IndexOf('.');
        var (whole, fraction) = point < 0 ? (text, "") : (text[..point], text[(point + 1)..]);
        var digits = (whole + fraction + new string('0', zeros)).TrimStart('-').TrimStart('0');
        _text.Append(text[0] == '-' ? "-" : "").Append(digits.Length == 0 ? "0" : digits)
            .Append(CultureInfo.InvariantCulture, $"{chance.Of(["e", "E"])}-{fraction.Length + zeros}");
    }
}
