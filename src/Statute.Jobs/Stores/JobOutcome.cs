namespace Statute.Jobs.Stores;

/// <summary>How a job ended. It is recorded once.</summary>
public sealed record JobOutcome
{
    /// <summary>One of the states that are for good.</summary>
    public required JobState State { get; init; }

    /// <summary>
    /// Whether its latest claim was an attempt. False where the job ends without its handler's turn: then it does not count in
    /// <see cref="Job.Attempts"/>. Default: true.
    /// </summary>
    public bool CountsAttempt { get; init; } = true;

    /// <summary>See <see cref="Job.Status"/>.</summary>
    public int? Status { get; init; }

    /// <summary>See <see cref="Job.ContentType"/>.</summary>
    public string? ContentType { get; init; }

    /// <summary>See <see cref="Job.ContentLength"/>.</summary>
    public long? ContentLength { get; init; }

    /// <summary>The answer, as bytes that a store does not look into; empty for none.</summary>
    public ReadOnlyMemory<byte> Answer { get; init; }
}
