using System.Text.Json.Serialization;

namespace Statute.AspNetCore.Declarations;

/// <summary>One of several faults, as API descriptions show it.</summary>
internal sealed record StatuteProblemError
{
    [JsonPropertyName("detail")]
    public required string Detail { get; init; }

    [JsonPropertyName("pointer")]
    public string? Pointer { get; init; }

    [JsonPropertyName("parameter")]
    public string? Parameter { get; init; }

    [JsonPropertyName("header")]
    public string? Header { get; init; }
}
