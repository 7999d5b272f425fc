using System.Text.Json;
using System.Text.Json.Serialization;

namespace Statute.Jobs.Wire;

/// <summary>What a job's monitor shows. Times are UTC.</summary>
internal sealed record JobMonitor
{
    /// <summary>The job's id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Where the job stands.</summary>
    [JsonPropertyName("status"), JsonConverter(typeof(JsonStringEnumConverter<JobState>))]
    public required JobState Status { get; init; }

    /// <summary>Which operation runs: method and route pattern.</summary>
    [JsonPropertyName("operation")]
    public required string Operation { get; init; }

    /// <summary>The method of the request.</summary>
    [JsonPropertyName("method")]
    public required string Method { get; init; }

    /// <summary>The target of the request: path and query, as sent.</summary>
    [JsonPropertyName("target")]
    public required string Target { get; init; }

    /// <summary>When the request was accepted.</summary>
    [JsonPropertyName("createdAt")]
    public required DateTime CreatedAt { get; init; }

    /// <summary>When the latest attempt began; null before the first.</summary>
    [JsonPropertyName("startedAt")]
    public DateTime? StartedAt { get; init; }

    /// <summary>When the job ended; null before.</summary>
    [JsonPropertyName("finishedAt")]
    public DateTime? FinishedAt { get; init; }

    /// <summary>
    /// When the job will be forgotten at the earliest: the time during which the application is down does not count. Null before its end.
    /// </summary>
    [JsonPropertyName("expiresAt")]
    public DateTime? ExpiresAt { get; init; }

    /// <summary>How often the handler was begun.</summary>
    [JsonPropertyName("attempts")]
    public required int Attempts { get; init; }

    /// <summary>100 after the end; absent before, since nobody knows.</summary>
    [JsonPropertyName("percentComplete"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PercentComplete { get; init; }

    /// <summary>When somebody asked for the job to be canceled; null for never.</summary>
    [JsonPropertyName("cancelRequestedAt")]
    public DateTime? CancelRequestedAt { get; init; }

    /// <summary>True where the job was canceled after its handler had begun, which may have had its effect; absent otherwise.</summary>
    [JsonPropertyName("mayHaveTakenEffect"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? MayHaveTakenEffect { get; init; }

    /// <summary>The answer that the job has ended with; absent where there is none.</summary>
    [JsonPropertyName("result"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JobMonitorResult? Result { get; init; }

    /// <summary>The problem (RFC 9457) that a job has failed with; absent otherwise, and in a list.</summary>
    [JsonPropertyName("error"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Error { get; init; }

    /// <summary>Where to go from here.</summary>
    [JsonPropertyName("links")]
    public required JobMonitorLinks Links { get; init; }
}

/// <summary>The answer of a job, described.</summary>
/// <param name="Status">Its code.</param>
/// <param name="Href">Where it can be read.</param>
/// <param name="ContentType">The media type of its content, or null.</param>
/// <param name="ContentLength">The length of its content in bytes.</param>
internal sealed record JobMonitorResult(
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("href")] string Href,
    [property: JsonPropertyName("contentType")] string? ContentType,
    [property: JsonPropertyName("contentLength")] long ContentLength);

/// <summary>Where a job's own places are.</summary>
/// <param name="Self">The monitor.</param>
/// <param name="Result">The result.</param>
/// <param name="Cancel">Where a POST cancels the job.</param>
internal sealed record JobMonitorLinks(
    [property: JsonPropertyName("self")] string Self,
    [property: JsonPropertyName("result")] string Result,
    [property: JsonPropertyName("cancel")] string Cancel);

/// <summary>What is told of a failure whose answer is no problem.</summary>
internal sealed record JobMonitorError(
    [property: JsonPropertyName("title")] string? Title, [property: JsonPropertyName("status")] int? Status);
