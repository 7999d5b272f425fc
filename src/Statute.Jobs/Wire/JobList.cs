using System.Text.Json.Serialization;

namespace Statute.Jobs.Wire;

/// <summary>A page of the caller's jobs.</summary>
/// <param name="Jobs">The jobs, the newest first.</param>
/// <param name="Next">Where the next page is; null where there is none.</param>
internal sealed record JobList(
    [property: JsonPropertyName("jobs")] IReadOnlyList<JobMonitor> Jobs,
    [property: JsonPropertyName("next")] string? Next);
