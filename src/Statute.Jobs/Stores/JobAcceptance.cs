namespace Statute.Jobs.Stores;

/// <summary>What became of a request that was to be accepted.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Job">The job: the new one, the one that the key belongs to, or the one that is in the way.</param>
public sealed record JobAcceptance(JobAcceptanceKind Kind, Job Job);
