using Statute.Problems;

namespace Statute.Judging;

/// <summary>What the fourth stage has to know: what became of the content when it was read, bound and validated.</summary>
public readonly struct ContentFacts
{
    /// <summary>
    /// Parameters that cannot be read; null where they were not tried. They are tried on the way to a refusal only: the host completes
    /// the facts then, and asks again.
    /// </summary>
    public IReadOnlyList<ProblemError>? ParameterFaults { get; init; }

    /// <summary>Whether the content, of a length that was not declared, does not fit beside what is being received now.</summary>
    public bool IsOverBudget { get; init; }

    /// <summary>Whether the content turned out to be over the limit.</summary>
    public bool IsOverLimit { get; init; }

    /// <summary>The largest content that the operation takes, in bytes. Needed for <see cref="IsOverLimit"/> only.</summary>
    public long? MaxContentLength { get; init; }

    /// <summary>Whether the content stopped arriving.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>What a scan of JSON content found; the default value is: nothing.</summary>
    public JsonScan Scan { get; init; }

    /// <summary>Whether content other than JSON is not what its media type says.</summary>
    public bool IsMalformed { get; init; }

    /// <summary>Constraints that content or parameters break; null for none.</summary>
    public IReadOnlyList<ProblemError>? Faults { get; init; }
}
