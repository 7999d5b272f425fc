namespace Statute.Jobs.Stores.Sqlite;

/// <summary>One row of the table of jobs, as it is needed by those who change it.</summary>
/// <param name="Seq">Its row number: jobs that were accepted later have a larger one.</param>
/// <param name="Fence">How often it was claimed.</param>
/// <param name="RequestSeal">The seal of the stored request.</param>
/// <param name="AnswerSeal">The seal of the stored answer; null where there is none.</param>
/// <param name="KeyFingerprint">Of the Idempotency-Key; null where there is none.</param>
/// <param name="Job">The job.</param>
internal sealed record JobRow(long Seq, long Fence, byte[] RequestSeal, byte[]? AnswerSeal, byte[]? KeyFingerprint, Job Job);
