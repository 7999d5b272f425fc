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

    /// <summary>The JSON of the value.</summary>
    public string Json => field ??= Leaf ?? Write();

    /// <summary>The values within it, and where the JSON of each begins in that of this one.</summary>
    public IEnumerable<(int Start, MadeValue Part)> Parts
    {
        get
        {
            var at = 1;
            foreach (var (name, part) in Named)
            {
                at += name.Length;
                yield return (at, part);
                at += part.Json.Length + 1;
            }
        }
    }

    // With what stands before each value.
    private IEnumerable<(string Before, MadeValue Value)> Named => Members is not null
        ? Members.Select(member => (Quote(member.Name) + ":", member.Value))
        : Items?.Select(item => ("", item)) ?? [];

    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private string Write()
    {
        var json = new StringBuilder();
        json.Append(Items is null ? '{' : '[');
        foreach (var (before, value) in Named)
        {
            json.Append(json.Length > 1 ? "," : "").Append(before).Append(value.Json);
        }

        return json.Append(Items is null ? '}' : ']').ToString();
    }
}
