using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class SweepingJobs
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ForgetsThoseThatEndedLongAgo(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var old = await test.Store.AcceptEndedAsync(Some.Job() with { Key = Some.Key("key") });
        test.Time.Advance(TimeSpan.FromDays(1));
        var young = await test.Store.AcceptEndedAsync();

        test.Time.Advance(Retention - TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await test.Store.SweepAsync(Retention, Cancel));
        test.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await test.Store.SweepAsync(Retention, Cancel));

        Assert.Null(await test.Store.FindAsync(old.Id, Cancel));
        Assert.NotNull(await test.Store.FindAsync(young.Id, Cancel));
        await test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key", "another request") });
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LeavesThoseThatHaveNotEnded(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        await test.Store.ClaimAsync();
        await test.Store.AcceptAsync();
        test.Time.Advance(Retention * 10);
        Assert.Equal(0, await test.Store.SweepAsync(Retention, Cancel));
        Assert.Equal(2, (await test.Store.ListAsync(new("clerk", null, null, 10), Cancel)).Count);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task TakesABoundedNumberAtATime(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var jobs = await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => Task.Run(() => test.Store.AcceptAsync())));
        await Task.WhenAll(jobs.Select(job => test.Store.CancelAsync(job.Id, Cancel)));
        test.Time.Advance(Retention);

        var swept = new List<int>();
        do
        {
            swept.Add(await test.Store.SweepAsync(Retention, Cancel));
        }
        while (swept[^1] > 0);

        Assert.Equal(250, swept.Sum());
        Assert.InRange(swept.Max(), 1, 249);
        Assert.All(swept[..^2], count => Assert.Equal(swept[0], count));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ForgetsNothingEarlyWhereTheClockJumps(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptEndedAsync();

        test.Time.Set(TimeSpan.FromDays(730));
        Assert.Equal(0, await test.Store.SweepAsync(Retention, Cancel));
        await test.Store.AcceptEndedAsync();
        test.Time.Set(TimeSpan.FromDays(-1460));
        Assert.Equal(0, await test.Store.SweepAsync(Retention, Cancel));
        test.Time.Set(TimeSpan.FromDays(730));

        test.Time.Advance(Retention);
        Assert.Equal(2, await test.Store.SweepAsync(Retention, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ForgetsNothingEarlyWhereTheClockJumpsBetweenTwoProcesses(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptEndedAsync();

        await test.ReopenAsync(() => test.Time.Set(TimeSpan.FromDays(730)));

        Assert.Equal(0, await test.Store.SweepAsync(Retention, Cancel));
        test.Time.Advance(Retention);
        Assert.Equal(1, await test.Store.SweepAsync(Retention, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task CountsTheTimeOfEarlierProcesses(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptEndedAsync();

        for (var day = 1; day <= 7; day++)
        {
            Assert.Equal(0, await test.Store.SweepAsync(Retention, Cancel));
            test.Time.Advance(TimeSpan.FromDays(1));
            await test.ReopenAsync();
        }

        Assert.Equal(1, await test.Store.SweepAsync(Retention, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task CountsTheTimeOfAKilledProcessUpToItsLastSweep(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptEndedAsync();
        test.Time.Advance(Retention - TimeSpan.FromHours(1));
        await test.Store.SweepAsync(Retention, Cancel);

        await test.CrashAsync();

        Assert.Equal(0, await test.Store.SweepAsync(Retention, Cancel));
        test.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await test.Store.SweepAsync(Retention, Cancel));
    }
}
