namespace Statute.Jobs.Stores;

/// <summary>
/// Keeps jobs durably. Whatever a method has told is on the disk when its task ends. All methods may be called at the same time. Any may
/// fail with <see cref="JobStoreException"/>.
/// </summary>
public interface IJobStore : IAsyncDisposable
{
    /// <summary>Opens the store, makes it where there is none, and checks it. Called once, before all else.</summary>
    /// <exception cref="JobStoreException">It cannot be used; the message says why and what to do.</exception>
    Task OpenAsync(CancellationToken cancel);

    /// <summary>Accepts a job.</summary>
    /// <exception cref="JobStoreFullException">There is no room now. Nothing was stored, and the key is free.</exception>
    Task<JobAcceptance> AcceptAsync(NewJob job, CancellationToken cancel);

    /// <summary>
    /// Hands out the oldest job that waits, or whose lease has run out, or whose worker died with its process; null for none. One that was
    /// canceled before it began is not handed out.
    /// </summary>
    /// <param name="lease">For how long the claim holds without being renewed, by a clock that does not jump.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <exception cref="JobStoreFullException">
    /// There is no room now for what jobs write, or the last of it is kept for those that are running; nothing was claimed.
    /// </exception>
    Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel);

    /// <summary>Renews a claim. This is a worker's heartbeat; it may, but need not, be durable.</summary>
    Task<JobLease> RenewAsync(JobClaim claim, TimeSpan lease, CancellationToken cancel);

    /// <summary>Ends a job. False where the claim is lost: then nothing is recorded.</summary>
    /// <exception cref="JobStoreFullException">There is no room now for the answer; the claim still holds.</exception>
    Task<bool> CompleteAsync(JobClaim claim, JobOutcome outcome, CancellationToken cancel);

    /// <summary>Gives back a job whose work may be repeated, or was not begun: it waits again, and the attempt does not count.</summary>
    /// <param name="claim">The claim, which ends.</param>
    /// <param name="wasBegun">Whether its handler was begun, and may have had an effect: <see cref="Job.StartedAt"/> stays.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>False where the claim is lost: then nothing is changed.</returns>
    Task<bool> HandBackAsync(JobClaim claim, bool wasBegun, CancellationToken cancel);

    /// <summary>Finds a job; null for none.</summary>
    Task<Job?> FindAsync(JobId id, CancellationToken cancel);

    /// <summary>The answer of a job that has ended; null where there is none.</summary>
    /// <exception cref="JobStoreException">The stored answer is damaged.</exception>
    Task<ReadOnlyMemory<byte>?> FindAnswerAsync(JobId id, CancellationToken cancel);

    /// <summary>Lists jobs in the order of <see cref="JobCursor"/>, the newest first.</summary>
    Task<IReadOnlyList<Job>> ListAsync(JobQuery query, CancellationToken cancel);

    /// <summary>
    /// Cancels a job that waits, for good; asks for it where the job is running. Gives back the job as it is then: one that had ended
    /// before is unchanged, without <see cref="Job.CancelRequestedAt"/> being set. Null where there is none.
    /// </summary>
    Task<Job?> CancelAsync(JobId id, CancellationToken cancel);

    /// <summary>
    /// Forgets a job that has ended, and its key. Gives back the job as it was: only one that had ended is gone. Null for none.
    /// </summary>
    Task<Job?> ForgetAsync(JobId id, CancellationToken cancel);

    /// <summary>
    /// Forgets jobs that ended longer ago than this, a bounded number at a time. A clock that jumps makes nothing older; what cannot be
    /// known for certain, such as for how long nobody had the store open, need not count.
    /// </summary>
    /// <returns>How many are gone; as many as may go at a time where there may be more.</returns>
    Task<int> SweepAsync(TimeSpan retention, CancellationToken cancel);

    /// <summary>Returns when there may be a job to claim. A store may return too early, and never too late by more than a second.</summary>
    Task WaitForWorkAsync(CancellationToken cancel);

    /// <summary>Returns when a job has ended, or is not there.</summary>
    Task WaitForEndAsync(JobId id, CancellationToken cancel);
}
