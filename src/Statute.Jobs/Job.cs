namespace Statute.Jobs;

/// <summary>One accepted asynchronous request, as its monitor shows it.</summary>
public sealed record Job
{
    /// <summary>Its public name.</summary>
    public required JobId Id { get; init; }

    /// <summary>Who may see it: a name of its creator, or null where anybody who knows the id may.</summary>
    public string? Owner { get; init; }

    /// <summary>Which endpoint runs it: method and route pattern, such as <c>POST /items/{sku}/recount</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The target that was asked for: path and query, as sent.</summary>
    public required string Target { get; init; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its latest attempt began, also one that was handed back after its handler had begun; null before the first.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>
    /// How often it was begun. An attempt that was handed back does not count, nor one that only found that it may not be begun again.
    /// </summary>
    public int Attempts { get; init; }

    /// <summary>When somebody asked for it to be canceled; null for never.</summary>
    public DateTimeOffset? CancelRequestedAt { get; init; }

    /// <summary>The code of the answer; null before the end, and of a job that was canceled.</summary>
    public int? Status { get; init; }

    /// <summary>The media type of the answer's content, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The length of the answer's content in bytes; null before the end.</summary>
    public long? ContentLength { get; init; }

    /// <summary>Whether it has ended for good.</summary>
    public bool IsEnded => State switch
    {
        JobState.NotStarted or JobState.Running => false,
        JobState.Succeeded or JobState.Failed or JobState.Canceled => true,
    };

    /// <summary>The job as if its latest claim had not been.</summary>
    internal Job WithoutAttempt() => this with { Attempts = Attempts - 1, StartedAt = Attempts == 1 ? null : StartedAt };
}
