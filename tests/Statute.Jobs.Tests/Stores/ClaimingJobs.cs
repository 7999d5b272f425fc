using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class ClaimingJobs
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task FindsNoneInAnEmptyStore(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.ClaimNothingAsync();
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task HandsOutTheOldestFirst(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var jobs = new[] { await test.Store.AcceptAsync(), await test.Store.AcceptAsync(), await test.Store.AcceptAsync() };

        foreach (var job in jobs)
        {
            Assert.Equal(job.Id, (await test.Store.ClaimAsync()).Job.Id);
        }

        await test.Store.ClaimNothingAsync();
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task GivesTheRequestAndSaysThatItIsRunning(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var asked = Some.Job();
        var job = await test.Store.AcceptAsync(asked);
        test.Time.Advance(TimeSpan.FromSeconds(3));

        var claimed = await test.Store.ClaimAsync();

        var expected = job with { State = JobState.Running, StartedAt = test.Time.GetUtcNow(), Attempts = 1 };
        Assert.Equal(expected, claimed.Job);
        Assert.Equal(expected, await test.Store.FindAsync(job.Id, Cancel));
        Assert.Equal(job.Id, claimed.Claim.Id);
        Assert.Equal(asked.Request.ToArray(), claimed.Request?.ToArray());
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task KeepsARequestOfManyPages(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var request = Some.Bytes(1_000_001);
        await test.Store.AcceptAsync(Some.Job() with { Request = request });
        Assert.Equal(request, (await test.Store.ClaimAsync()).Request?.ToArray());
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task KeepsAnEmptyRequest(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync(Some.Job() with { Request = ReadOnlyMemory<byte>.Empty });
        Assert.Equal(0, (await test.Store.ClaimAsync()).Request?.Length);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ByManyAtOnceHandsOutEachJobOnce(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        for (var i = 0; i < 50; i++)
        {
            await test.Store.AcceptAsync();
        }

        var claimed = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => test.Store.ClaimAsync(Some.Lease, Cancel))));

        Assert.Equal(50, claimed.Count(one => one != null));
        Assert.Equal(50, claimed.OfType<ClaimedJob>().Select(one => one.Job.Id).Distinct().Count());
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LeavesOutWhatWasCanceledBeforeItBegan(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var canceled = await test.Store.AcceptAsync();
        var other = await test.Store.AcceptAsync();
        await test.Store.CancelAsync(canceled.Id, Cancel);

        Assert.Equal(other.Id, (await test.Store.ClaimAsync()).Job.Id);
        await test.Store.ClaimNothingAsync();
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task CountsTheAttemptBeforeItBegins(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(attempt, (await test.Store.ClaimAsync()).Job.Attempts);

            await test.CrashAsync();

            Assert.Equal(attempt, (await test.Store.FindAsync(job.Id, Cancel))!.Attempts);
        }
    }
}
