using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Statute.Acceptance.Readme;

/// <summary>
/// What the README prints against what came. Printed is what matters: a field or a member that the README leaves out may be
/// there; three dots stand for any text.
/// </summary>
internal static class Comparison
{
    private const string AnyText = "...";

    /// <summary>One line for what is printed (<c>-</c>) and one for what came (<c>+</c>), for each difference.</summary>
    public static IReadOnlyList<string> Differences(HttpText printed, HttpText came)
    {
        var differences = new List<string>();
        if (printed.StatusLine is not null && printed.StatusLine != came.StatusLine)
        {
            differences.AddRange(["- " + printed.StatusLine, "+ " + (came.StatusLine ?? "(no status line)")]);
        }

        foreach (var field in printed.Fields)
        {
            CompareField(field, came.Fields, differences);
        }
        // A block that prints no content says nothing about it.
        if (printed.Content.Length > 0)
        {
            CompareContent(printed.Content, came.Content, differences);
        }

        return differences;
    }

    private static void CompareField(string printed, IReadOnlyList<string> came, List<string> differences)
    {
        var name = Name(printed);
        string[] same = [.. came.Where(field => Name(field) == name)];
        if (same.Any(field => IsSameText(Value(printed), Value(field))))
        {
            return;
        }

        differences.Add("- " + printed);
        differences.AddRange(same.Length == 0 ? [$"+ (no field '{name}')"] : same.Select(field => "+ " + field));
    }

    private static void CompareContent(string printed, string came, List<string> differences)
    {
        if (Json(printed) is not { } expected)
        {
            if (!IsSameText(printed, came))
            {
                differences.AddRange(["- " + printed, "+ " + came]);
            }

            return;
        }
        if (Json(came) is { } actual)
        {
            CompareJson("", expected, actual, differences);
        }
        else
        {
            differences.AddRange(["- " + printed, "+ " + (came.Length == 0 ? "(no content)" : came)]);
        }
    }

    private static void CompareJson(string pointer, JsonNode? printed, JsonNode? came, List<string> differences)
    {
        if (printed is JsonObject members && came is JsonObject others)
        {
            foreach (var (name, value) in members)
            {
                if (others.TryGetPropertyValue(name, out var other))
                {
                    CompareJson($"{pointer}/{name}", value, other, differences);
                }
                else
                {
                    differences.AddRange([$"- #{pointer}/{name}: {Text(value)}", $"+ #{pointer}/{name}: (no such member)"]);
                }
            }
            return;
        }
        if (printed is JsonArray elements && came is JsonArray others2 && elements.Count == others2.Count)
        {
            for (var i = 0; i < elements.Count; i++)
            {
                CompareJson($"{pointer}/{i}", elements[i], others2[i], differences);
            }

            return;
        }
        if (!IsSameValue(printed, came))
        {
            differences.AddRange([$"- #{pointer}: {Text(printed)}", $"+ #{pointer}: {Text(came)}"]);
        }
    }

    private static bool IsSameValue(JsonNode? printed, JsonNode? came) =>
        printed?.GetValueKind() == JsonValueKind.String && came?.GetValueKind() == JsonValueKind.String
            ? IsSameText(printed.GetValue<string>(), came.GetValue<string>())
            : JsonNode.DeepEquals(printed, came);

    private static bool IsSameText(string printed, string came) =>
        Regex.IsMatch(came, "^" + Regex.Escape(printed).Replace(Regex.Escape(AnyText), ".*") + "\\z", RegexOptions.Singleline);

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";

    private static string Name(string field) => field.Split(':')[0].Trim().ToLowerInvariant();

    private static string Value(string field) => field.Contains(':') ? field[(field.IndexOf(':') + 1)..].Trim() : "";
}
