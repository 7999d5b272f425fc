using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class ListingJobs
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ShowsTheNewestFirst(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var (a, b, c) = (await test.Store.AcceptAsync(), await test.Store.AcceptAsync(), await test.Store.AcceptAsync());
        Assert.Equal([c, b, a], await test.Store.ListAsync(new("clerk", null, null, 10), Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ShowsOneOwnersOnly(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var own = await test.Store.AcceptAsync(Some.Job("clerk"));
        await test.Store.AcceptAsync(Some.Job("manager"));
        await test.Store.AcceptAsync(Some.Job("Clerk"));
        await test.Store.AcceptAsync(Some.Job(owner: null));
        Assert.Equal([own], await test.Store.ListAsync(new("clerk", null, null, 10), Cancel));
        Assert.Empty(await test.Store.ListAsync(new("nobody", null, null, 10), Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ShowsOneStateWhereItIsAskedFor(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var succeeded = await test.Store.AcceptEndedAsync();
        var failed = await test.Store.AcceptEndedAsync(outcome: new() { State = JobState.Failed, Status = 500 });
        await test.Store.AcceptAsync();
        var running = (await test.Store.ClaimAsync()).Job;
        var waiting = await test.Store.AcceptAsync();
        var canceled = await test.Store.CancelAsync((await test.Store.AcceptAsync()).Id, Cancel);

        foreach (var job in new[] { succeeded, failed, running, waiting, canceled! })
        {
            Assert.Equal([job], await test.Store.ListAsync(new("clerk", job.State, null, 10), Cancel));
        }
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task GoesOnBehindTheLastOfAPage(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var jobs = new List<Job>();
        for (var i = 0; i < 7; i++)
        {
            jobs.Insert(0, await test.Store.AcceptAsync());
            await test.Store.AcceptAsync(Some.Job("manager"));
        }

        var listed = new List<Job>();
        JobId? after = null;
        while (await test.Store.ListAsync(new("clerk", JobState.NotStarted, after, 3), Cancel) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= 3);
            listed.AddRange(page);
            after = page[^1].Id;
        }

        Assert.Equal(jobs, listed);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task KnowsNothingBehindAJobThatIsNotItsOwners(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync(Some.Job("clerk"));
        var other = await test.Store.AcceptAsync(Some.Job("manager"));
        Assert.Empty(await test.Store.ListAsync(new("clerk", null, other.Id, 10), Cancel));
        Assert.Empty(await test.Store.ListAsync(new("clerk", null, JobId.New(), 10), Cancel));
    }
}
