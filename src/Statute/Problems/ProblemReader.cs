using System.Text.Json;

namespace Statute.Problems;

/// <summary>Reads other people's problem bodies (RFC 9457) and other error bodies that are JSON objects. Never throws.</summary>
public static class ProblemReader
{
    /// <summary>Addresses of specifications: a type below these only names the status code again.</summary>
    private static readonly string[] Specifications =
    [
        "about:blank", "https://tools.ietf.org/", "https://datatracker.ietf.org/", "https://www.rfc-editor.org/", "https://httpwg.org/",
        "https://developer.mozilla.org/",
    ];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body as it was sent.</param>
    /// <param name="contentType">Its Content-Type, or null; what is not JSON is not looked at.</param>
    /// <returns>
    /// What may be said of it;
    /// <see cref="ForeignBody.Nothing"/> where it is not one JSON object, or is .NET's developer page.
    /// </returns>
    public static ForeignBody Read(ReadOnlySpan<byte> body, string? contentType)
    {
        if (body.IsEmpty || contentType is null || !contentType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return ForeignBody.Nothing;
        }

        try
        {
            using var document = JsonDocument.Parse(body.ToArray(), Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object && !IsOfDeveloperPage(document.RootElement)
                ? Read(document.RootElement)
                : ForeignBody.Nothing;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Malformed, or text that is not Unicode, which is found only when it is read.
            return ForeignBody.Nothing;
        }
    }

    /// <summary>.NET's developer page, of which nothing may be said: it holds the stack and the fields of the request.</summary>
    private static bool IsOfDeveloperPage(JsonElement root) =>
        root.TryGetProperty("exception", out var exception) && exception.ValueKind == JsonValueKind.Object;

    private static ForeignBody Read(JsonElement root)
    {
        var isProblem = root.TryGetProperty("type", out _) || root.TryGetProperty("title", out _);
        var type = Text(root, "type");
        return new ForeignBody
        {
            Type = type is null || IsSpecification(type) ? null : type,
            Detail = isProblem ? Text(root, "detail") : null,
            Extensions =
            [
                .. root.EnumerateObject()
                    .Where(member => !ProblemMembers.AreOurs(member.Name, hasErrors: false))
                    .Select(member => KeyValuePair.Create(member.Name, member.Value.Clone())),
            ],
            Faults = root.TryGetProperty("errors", out var errors) ? Faults(errors) : [],
        };
    }

    /// <summary>The shape of .NET's validation problems: for each name its faults. Nothing where it is another shape.</summary>
    private static List<KeyValuePair<string, string>> Faults(JsonElement errors)
    {
        var faults = new List<KeyValuePair<string, string>>();
        if (errors.ValueKind != JsonValueKind.Object)
        {
            return faults;
        }

        foreach (var member in errors.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Array)
            {
                return [];
            }

            foreach (var fault in member.Value.EnumerateArray())
            {
                if (fault.ValueKind != JsonValueKind.String)
                {
                    return [];
                }

                faults.Add(KeyValuePair.Create(member.Name, fault.GetString()!));
            }
        }

        return faults;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsSpecification(string type) =>
        type.Length == 0 || Specifications.Any(prefix => type.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
