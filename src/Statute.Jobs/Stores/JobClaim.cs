namespace Statute.Jobs.Stores;

/// <summary>The right to work on a job, for as long as nobody else has claimed it since.</summary>
/// <param name="Id">The job.</param>
/// <param name="Fence">A number that grows with every claim of the job; an outcome under an older one is refused.</param>
public readonly record struct JobClaim(JobId Id, long Fence);
