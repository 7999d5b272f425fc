using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Statute.Schemas.Examples;

/// <summary>A value that was made, with the schemas that it was made for.</summary>
internal sealed class MadeValue(Demands demands)
{
    public Demands Demands => demands;

    /// <summary>The JSON of a value without parts.</summary>
    public string? Leaf { get; init; }

    public List<(string Name, MadeValue Value)>? Members { get; init; }

    public List<MadeValue>? Items { get; init; }

    public IEnumerable<MadeValue> Parts => Items ?? Members?.Select(member => member.Value) ?? [];

    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>The JSON of the value, with something else in place of one part.</summary>
    public string ToJson(MadeValue? part = null, string? replacement = null)
    {
        var json = new StringBuilder();
        Write(json, part, replacement);
        return json.ToString();
    }

    private void Write(StringBuilder json, MadeValue? part, string? replacement)
    {
        if (this == part)
        {
            json.Append(replacement);
            return;
        }

        if (Leaf is not null)
        {
            json.Append(Leaf);
            return;
        }

        var between = "";
        json.Append(Items is null ? '{' : '[');
        foreach (var (name, value) in Members ?? Items!.Select(item => ("", item)).ToList())
        {
            json.Append(between).Append(Items is null ? Quote(name) + ":" : "");
            value.Write(json, part, replacement);
            between = ",";
        }

        json.Append(Items is null ? '}' : ']');
    }
}
