using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class ListingJobs
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ShowsTheNewestFirst(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var jobs = await AcceptManyAsync(test, 3, eachLater: true);
        Assert.Equal(jobs.Reverse(), await test.Store.ListAsync(new("clerk", null, null, 10), Cancel));
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
        var jobs = await AcceptManyAsync(test, 8, eachLater: true);
        Assert.Equal(jobs.Reverse(), await ListInPagesAsync(test));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LeavesNoneOutOfThoseOfOneMillisecond(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var jobs = await AcceptManyAsync(test, 8, eachLater: false);
        var listed = await ListInPagesAsync(test);
        Assert.Equal(8, listed.Count);
        Assert.Equal(jobs.ToHashSet(), listed.ToHashSet());
        Assert.Equal(listed, await test.Store.ListAsync(new("clerk", null, null, 10), Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task GoesOnBehindOneThatHasBeenForgotten(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var jobs = await AcceptManyAsync(test, 5, eachLater: true);
        var last = jobs[2];
        await test.Store.CancelAsync(last.Id, Cancel);
        await test.Store.ForgetAsync(last.Id, Cancel);
        Assert.Equal([jobs[1], jobs[0]], await test.Store.ListAsync(new("clerk", null, JobCursor.Of(last), 10), Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task OrdersByTheTimeThatItShowsAlsoWhereTheWallClockIsSetBack(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var first = await test.Store.AcceptAsync();
        test.Time.Set(TimeSpan.FromHours(-1));
        var second = await test.Store.AcceptAsync();
        Assert.Equal([first], await test.Store.ListAsync(new("clerk", null, null, 1), Cancel));
        Assert.Equal([second], await test.Store.ListAsync(new("clerk", null, JobCursor.Of(first), 1), Cancel));
        Assert.Empty(await test.Store.ListAsync(new("clerk", null, JobCursor.Of(second), 1), Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ShowsOneOwnersOnlyBehindAPlaceOfAnothers(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var own = await test.Store.AcceptAsync(Some.Job("clerk"));
        await test.Store.AcceptAsync(Some.Job("manager"));
        test.Time.Advance(TimeSpan.FromMilliseconds(1));
        var other = await test.Store.AcceptAsync(Some.Job("manager"));
        Assert.Equal([own], await test.Store.ListAsync(new("clerk", null, JobCursor.Of(other), 10), Cancel));
    }

    [Fact]
    public void APlaceIsReadAsItIsWritten()
    {
        var place = new JobCursor(DateTimeOffset.FromUnixTimeMilliseconds(1_795_680_000_123), JobId.New());
        Assert.True(JobCursor.TryParse(place.ToString(), out var read));
        Assert.Equal(place, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1795680000123")]
    [InlineData(".AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("1795680000123.")]
    [InlineData("1795680000123.AAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("1795680000123.AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("-1.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData(" 1.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("253402300800000.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("99999999999999999999.AAAAAAAAAAAAAAAAAAAAAA")]
    public void NothingElseIsAPlace(string? text) => Assert.False(JobCursor.TryParse(text, out _));

    /// <summary>Jobs of the clerk's, the oldest first, between those of others.</summary>
    private static async Task<IReadOnlyList<Job>> AcceptManyAsync(StoreUnderTest test, int count, bool eachLater)
    {
        var jobs = new List<Job>();
        while (jobs.Count < count)
        {
            jobs.Add(await test.Store.AcceptAsync());
            await test.Store.AcceptAsync(Some.Job("manager"));
            test.Time.Advance(TimeSpan.FromMilliseconds(eachLater ? 1 : 0));
        }

        return jobs;
    }

    private static async Task<List<Job>> ListInPagesAsync(StoreUnderTest test)
    {
        var listed = new List<Job>();
        JobCursor? after = null;
        while (await test.Store.ListAsync(new("clerk", JobState.NotStarted, after, 3), Cancel) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= 3);
            listed.AddRange(page);
            after = JobCursor.Of(page[^1]);
        }

        return listed;
    }
}
