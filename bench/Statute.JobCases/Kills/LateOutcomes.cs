using Statute.Jobs;
using Statute.Jobs.Stores;

namespace Statute.JobCases.Kills;

/// <summary>
/// Keeps the outcome of a job's first attempt on its way to the store, where its handler asks for that: the worker has looked at its claim
/// for the last time, and the store decides alone.
/// </summary>
internal sealed class LateOutcomes(IJobStore store, string folder) : IJobStore
{
    private const long FirstFence = 1;

    private volatile string? _late;

    /// <summary>A file of this name says that the outcome is on its way.</summary>
    internal static string SentOf(string folder) => Path.Combine(folder, "outcome-sent");

    /// <summary>A file of this name lets it reach the store.</summary>
    internal static string GateOf(string folder) => Path.Combine(folder, "outcome-gate");

    /// <summary>A file of this name says that the store has answered.</summary>
    internal static string AnsweredOf(string folder) => Path.Combine(folder, "outcome-answered");

    internal void Delay(string job) => _late = job;

    public async Task<bool> CompleteAsync(JobClaim claim, JobOutcome outcome, CancellationToken cancel)
    {
        if (claim.Id.ToString() != _late || claim.Fence != FirstFence)
        {
            return await store.CompleteAsync(claim, outcome, cancel);
        }

        await File.WriteAllTextAsync(SentOf(folder), "", cancel);
        await Until.TrueAsync(() => File.Exists(GateOf(folder)), "the outcome may go on");
        var isRecorded = await store.CompleteAsync(claim, outcome, cancel);
        await File.WriteAllTextAsync(AnsweredOf(folder), "", cancel);
        return isRecorded;
    }

    public Task OpenAsync(CancellationToken cancel) => store.OpenAsync(cancel);

    public Task<JobAcceptance> AcceptAsync(NewJob job, CancellationToken cancel) => store.AcceptAsync(job, cancel);

    public Task<ClaimedJob?> ClaimAsync(TimeSpan lease, CancellationToken cancel) => store.ClaimAsync(lease, cancel);

    public Task<JobLease> RenewAsync(JobClaim claim, TimeSpan lease, CancellationToken cancel) => store.RenewAsync(claim, lease, cancel);

    public Task<bool> HandBackAsync(JobClaim claim, CancellationToken cancel) => store.HandBackAsync(claim, cancel);

    public Task<Job?> FindAsync(JobId id, CancellationToken cancel) => store.FindAsync(id, cancel);

    public Task<ReadOnlyMemory<byte>?> FindAnswerAsync(JobId id, CancellationToken cancel) => store.FindAnswerAsync(id, cancel);

    public Task<IReadOnlyList<Job>> ListAsync(JobQuery query, CancellationToken cancel) => store.ListAsync(query, cancel);

    public Task<Job?> CancelAsync(JobId id, CancellationToken cancel) => store.CancelAsync(id, cancel);

    public Task<Job?> ForgetAsync(JobId id, CancellationToken cancel) => store.ForgetAsync(id, cancel);

    public Task<int> SweepAsync(TimeSpan retention, CancellationToken cancel) => store.SweepAsync(retention, cancel);

    public Task WaitForWorkAsync(CancellationToken cancel) => store.WaitForWorkAsync(cancel);

    public Task WaitForEndAsync(JobId id, CancellationToken cancel) => store.WaitForEndAsync(id, cancel);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
