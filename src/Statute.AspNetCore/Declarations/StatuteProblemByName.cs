using System.Text.Json.Serialization;

namespace Statute.AspNetCore.Declarations;

/// <summary>The content of a refusal as API descriptions show it, where faults stand under names.</summary>
/// <remarks>Its members are those of <see cref="StatuteProblem"/> again: NSwag shows a base type as a schema of its own.</remarks>
internal sealed record StatuteProblemByName
{
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("status")]
    public required int Status { get; init; }

    [JsonPropertyName("detail")]
    public string? Detail { get; init; }

    [JsonPropertyName("instance")]
    public string? Instance { get; init; }

    [JsonPropertyName("repeat")]
    public string? Repeat { get; init; }

    [JsonPropertyName("errors")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    [JsonPropertyName("errorsOmitted")]
    public int? ErrorsOmitted { get; init; }
}
