namespace Statute.Jobs.Stores;

/// <summary>A job that was handed out to be run.</summary>
/// <param name="Claim">The right to it.</param>
/// <param name="Job">The job; its <see cref="Job.Attempts"/> counts this attempt already, durably.</param>
/// <param name="Request">What <see cref="NewJob.Request"/> was; null where the stored bytes are damaged.</param>
public sealed record ClaimedJob(JobClaim Claim, Job Job, ReadOnlyMemory<byte>? Request);
