using System.Text.Json.Nodes;

namespace Statute.AspNetCore.Tests.Contents;

/// <summary>One change of one place of content.</summary>
internal sealed record Mutation(IReadOnlyList<string> Place, string Value)
{
    internal const string Removed = "(removed)";

    private static readonly string[] Values =
    [
        "null", "true", "5", "-1", "1.5", "300", "1e30", "99999999999", "\"x\"", "\"\"", "\"5\"", "\"Green\"", "\"2026-01-31\"", "{}", "[]",
        "[[]]", "[null]", "{\"a\":1}", "{\"$type\":\"box\"}", "{\"$type\":\"none\"}",
    ];

    internal static IEnumerable<Mutation> Of(string content)
    {
        foreach (var place in Places(JsonNode.Parse(content), []))
        {
            foreach (var value in Values)
            {
                yield return new Mutation(place, value);
            }

            if (place.Count > 0)
            {
                yield return new Mutation(place, Removed);
            }
        }
    }

    internal string ApplyTo(string content)
    {
        if (Place.Count == 0)
        {
            return Value;
        }

        var root = JsonNode.Parse(content)!;
        var parent = root;
        foreach (var name in Place.SkipLast(1))
        {
            parent = parent is JsonArray list ? list[int.Parse(name)]! : parent[name]!;
        }

        switch (parent)
        {
            case JsonArray array when Value == Removed:
                array.RemoveAt(int.Parse(Place[^1]));
                break;
            case JsonArray array:
                array[int.Parse(Place[^1])] = JsonNode.Parse(Value);
                break;
            case JsonObject part when Value == Removed:
                part.Remove(Place[^1]);
                break;
            default:
                parent[Place[^1]] = JsonNode.Parse(Value);
                break;
        }

        return root.ToJsonString();
    }

    private static IEnumerable<IReadOnlyList<string>> Places(JsonNode? node, IReadOnlyList<string> place)
    {
        yield return place;
        var parts = node switch
        {
            JsonObject members => members.Select(m => (m.Key, m.Value)).Append(("extra", null)),
            JsonArray items => items.Select((item, index) => ($"{index}", item)),
            _ => [],
        };
        foreach (var (name, part) in parts)
        {
            foreach (var inner in Places(part, [.. place, name]))
            {
                yield return inner;
            }
        }
    }
}
