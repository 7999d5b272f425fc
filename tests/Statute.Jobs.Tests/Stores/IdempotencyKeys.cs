using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class IdempotencyKeys
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task UsedAgainWithTheSameRequestGiveTheSameJob(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var first = await test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key") });

        var second = await test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key") }, Cancel);

        Assert.Equal(new(JobAcceptanceKind.AcceptedBefore, first), second);
        await test.Store.ClaimAsync();
        await test.Store.ClaimNothingAsync();
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task UsedAgainLaterShowTheJobAsItIsThen(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var ended = await test.Store.AcceptEndedAsync(Some.Job() with { Key = Some.Key("key") });

        var again = await test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key") }, Cancel);

        Assert.Equal(new(JobAcceptanceKind.AcceptedBefore, ended), again);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task UsedForAnotherRequestAreToldApart(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var first = await test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key") });

        var other = Some.Job() with { Key = Some.Key("key", "another request") };

        Assert.Equal(new(JobAcceptanceKind.KeyOfAnother, first), await test.Store.AcceptAsync(other, Cancel));
        Assert.Null(await test.Store.FindAsync(other.Id, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task OfOthersAreOthers(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key of one") });
        await test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key of another") });
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task SentByManyAtOnceMakeOneJob(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);

        var accepted = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() =>
            test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key") }, Cancel))));

        Assert.Single(accepted, one => one.Kind == JobAcceptanceKind.Accepted);
        Assert.Equal(99, accepted.Count(one => one.Kind == JobAcceptanceKind.AcceptedBefore));
        Assert.Single(accepted.Select(one => one.Job.Id).Distinct());
        await test.Store.ClaimAsync();
        await test.Store.ClaimNothingAsync();
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task OfOthersSentAtOnceAreRefusedOnlyWhereTheyAreInTheWay(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);

        var accepted = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Task.Run(() =>
            test.Store.AcceptAsync(Some.Job() with { Key = Some.Key($"key {n % 10}", $"request {n % 20}") }, Cancel))));

        Assert.Equal(10, accepted.Count(one => one.Kind == JobAcceptanceKind.Accepted));
        Assert.Equal(40, accepted.Count(one => one.Kind == JobAcceptanceKind.AcceptedBefore));
        Assert.Equal(50, accepted.Count(one => one.Kind == JobAcceptanceKind.KeyOfAnother));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task AreKnownAfterTheProcessWasKilled(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var first = await test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key") });

        await test.CrashAsync();

        var again = await test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key") }, Cancel);
        Assert.Equal(new(JobAcceptanceKind.AcceptedBefore, first), again);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ComeBeforeTheTarget(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = Some.Job() with { Key = Some.Key("key"), Exclusive = "M8-20" };
        await test.Store.AcceptAsync(job);

        var again = await test.Store.AcceptAsync(job with { Id = JobId.New() }, Cancel);
        var other = await test.Store.AcceptAsync(job with { Id = JobId.New(), Key = Some.Key("key", "another") }, Cancel);

        Assert.Equal(JobAcceptanceKind.AcceptedBefore, again.Kind);
        Assert.Equal(JobAcceptanceKind.KeyOfAnother, other.Kind);
    }
}
