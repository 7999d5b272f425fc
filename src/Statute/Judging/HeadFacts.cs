using Statute.Problems;

namespace Statute.Judging;

/// <summary>What the third stage has to know: what the head says of the content, before a byte of it is read.</summary>
public readonly struct HeadFacts
{
    /// <summary>The media types that the operation accepts; <see cref="MediaTypeSet.Any"/> where it does not say.</summary>
    public required MediaTypeSet Accepts { get; init; }

    /// <summary>Whether the request carries content, or may (chunked).</summary>
    public bool HasContent { get; init; }

    /// <summary>The value of Content-Type, or null where there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The codings that nobody has undone: the value of Content-Encoding, or null.</summary>
    public string? ContentCoding { get; init; }

    /// <summary>
    /// Parameters that cannot be read; null where they were not tried. They are tried on the way to a refusal only: the host completes
    /// the facts then, and asks again.
    /// </summary>
    public IReadOnlyList<ProblemError>? ParameterFaults { get; init; }

    /// <summary>The declared length of the content in bytes, or null where it is not declared.</summary>
    public long? ContentLength { get; init; }

    /// <summary>The largest content that the operation takes, in bytes, or null for no limit.</summary>
    public long? MaxContentLength { get; init; }

    /// <summary>Whether the content would fit, but not beside what is being received now.</summary>
    public bool IsOverBudget { get; init; }
}
