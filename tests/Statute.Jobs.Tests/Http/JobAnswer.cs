using System.Text.Json;

namespace Statute.Jobs.Tests.Http;

/// <summary>An answer, read to its end.</summary>
internal sealed record JobAnswer(int Status, string? Phrase, IReadOnlyDictionary<string, string> Fields, string Content)
{
    internal string? this[string name] => Fields.GetValueOrDefault(name);

    internal JsonElement Json => JsonElement.Parse(Content);

    /// <summary>The state that a monitor shows.</summary>
    internal string? State => Json.GetProperty("status").GetString();

    internal string Id => Json.GetProperty("id").GetString()!;

    internal string ResultPlace => Json.GetProperty("links").GetProperty("result").GetString()!;

    internal string CancelPlace => Json.GetProperty("links").GetProperty("cancel").GetString()!;

    /// <summary>The last part of the problem's type.</summary>
    internal string? Problem => Fields.GetValueOrDefault("Content-Type") == "application/problem+json"
        ? Json.GetProperty("type").GetString()!.Split('/')[^1]
        : null;

    internal static async Task<JobAnswer> ReadAsync(HttpResponseMessage message)
    {
        var fields = message.Headers.Concat(message.Content.Headers)
            .ToDictionary(field => field.Key, field => string.Join(", ", field.Value), StringComparer.OrdinalIgnoreCase);
        return new JobAnswer((int)message.StatusCode, message.ReasonPhrase, fields, await message.Content.ReadAsStringAsync());
    }
}
