namespace Statute.Judging;

/// <summary>What the second stage has to know: what authentication and authorization said.</summary>
public readonly struct IdentityFacts
{
    /// <summary>Whether the caller has to present credentials, or better ones.</summary>
    public bool Challenged { get; init; }

    /// <summary>Whether the caller is known and may not do this.</summary>
    public bool Denied { get; init; }
}
