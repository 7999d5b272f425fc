using System.Security.Cryptography;
using System.Text;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

/// <summary>Things that a test does not care about further.</summary>
internal static class Some
{
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    internal static JobOutcome Success => new() { State = JobState.Succeeded, Status = 200 };

    internal static NewJob Job(string? owner = "clerk") => new()
    {
        Id = JobId.New(),
        Owner = owner,
        Operation = "POST /items/{sku}/recount",
        Target = "/items/M8-20/recount?all=1",
        Request = Encoding.UTF8.GetBytes("a request"),
    };

    internal static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(n => (byte)(n * 31 ^ n >> 7))];

    internal static JobKey Key(string scope, string content = "a request") => new(Hash(scope), Hash(content));

    /// <summary>Accepts a new job that is not refused.</summary>
    internal static async Task<Job> AcceptAsync(this IJobStore store, NewJob? job = null)
    {
        var accepted = await store.AcceptAsync(job ?? Job(), TestContext.Current.CancellationToken);
        Assert.Equal(JobAcceptanceKind.Accepted, accepted.Kind);
        return accepted.Job;
    }

    /// <summary>Claims a job that is there.</summary>
    internal static async Task<ClaimedJob> ClaimAsync(this IJobStore store)
    {
        var claimed = await store.ClaimAsync(Lease, TestContext.Current.CancellationToken);
        Assert.NotNull(claimed);
        return claimed;
    }

    /// <summary>Claims where there must be nothing to claim.</summary>
    internal static async Task ClaimNothingAsync(this IJobStore store) =>
        Assert.Null(await store.ClaimAsync(Lease, TestContext.Current.CancellationToken));

    /// <summary>Accepts, claims and ends a job.</summary>
    internal static async Task<Job> AcceptEndedAsync(this IJobStore store, NewJob? job = null, JobOutcome? outcome = null)
    {
        var accepted = await store.AcceptAsync(job);
        var claimed = await store.ClaimAsync();
        Assert.Equal(accepted.Id, claimed.Job.Id);
        Assert.True(await store.CompleteAsync(claimed.Claim, outcome ?? Success, TestContext.Current.CancellationToken));
        return (await store.FindAsync(accepted.Id, TestContext.Current.CancellationToken))!;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
