using Statute.AspNetCore.Tests.Stores;
using Statute.Jobs.Stores;

namespace Statute.JobCases.Kills;

/// <summary>
/// Keeps the outcome of a job's first attempt on its way to the store, where its handler asks for that: the worker has looked at its claim
/// for the last time, and the store decides alone.
/// </summary>
internal sealed class LateOutcomes(IJobStore store, string folder) : OuterStore(store)
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

    public override async Task<bool> CompleteAsync(JobClaim claim, JobOutcome outcome, CancellationToken cancel)
    {
        if (claim.Id.ToString() != _late || claim.Fence != FirstFence)
        {
            return await base.CompleteAsync(claim, outcome, cancel);
        }

        await File.WriteAllTextAsync(SentOf(folder), "", cancel);
        await Until.TrueAsync(() => File.Exists(GateOf(folder)), "the outcome may go on");
        var isRecorded = await base.CompleteAsync(claim, outcome, cancel);
        await File.WriteAllTextAsync(AnsweredOf(folder), "", cancel);
        return isRecorded;
    }
}
