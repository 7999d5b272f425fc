using System.Text.Json;

namespace Statute.JobCases.Kills;

/// <summary>What came back for a request.</summary>
/// <param name="Status">The code.</param>
internal sealed record Reply(int Status)
{
    private const string ReplayedField = "Idempotent-Replayed";

    /// <summary>The id of the job that it tells; null for none.</summary>
    internal string? Job { get; init; }

    /// <summary>The last segment of its problem type; null for none.</summary>
    internal string? Problem { get; init; }

    /// <summary>The field Idempotent-Replayed; null where there is none.</summary>
    internal string? Replayed { get; init; }

    /// <summary>The content, or why there is none, for whoever looks for the reason of a fault.</summary>
    internal string Content { get; init; } = "";

    internal static async Task<Reply> ReadAsync(HttpResponseMessage answer)
    {
        var content = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode)
        {
            Job = Member(content, "id"),
            Problem = Member(content, "type")?.Split('/')[^1],
            Replayed = answer.Headers.TryGetValues(ReplayedField, out var values) ? string.Join(',', values) : null,
            Content = content,
        };
    }

    /// <summary>A member of an object that is a text; null where there is no such thing.</summary>
    internal static string? Member(string content, string name)
    {
        try
        {
            return JsonElement.Parse(content).TryGetProperty(name, out var member) ? member.GetString() : null;
        }
        catch (Exception notSo) when (notSo is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
