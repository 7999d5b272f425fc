using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class OneJobAtATimeForATarget
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task RefusesASecondUntilTheFirstHasEnded(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var first = await test.Store.AcceptAsync(Some.Job() with { Exclusive = "M8-20" });

        Assert.Equal(new(JobAcceptanceKind.TargetInUse, first), await Second(test.Store));
        var claimed = await test.Store.ClaimAsync();
        Assert.Equal(new(JobAcceptanceKind.TargetInUse, claimed.Job), await Second(test.Store));
        await test.Store.ClaimNothingAsync();

        await test.Store.CompleteAsync(claimed.Claim, Some.Success, Cancel);
        Assert.Equal(JobAcceptanceKind.Accepted, (await Second(test.Store)).Kind);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task IsFreeAgainWhenTheFirstWasCanceled(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var first = await test.Store.AcceptAsync(Some.Job() with { Exclusive = "M8-20" });
        await test.Store.CancelAsync(first.Id, Cancel);
        Assert.Equal(JobAcceptanceKind.Accepted, (await Second(test.Store)).Kind);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LeavesOtherTargetsAlone(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync(Some.Job() with { Exclusive = "M8-20" });
        await test.Store.AcceptAsync(Some.Job() with { Exclusive = "M8-30" });
        await test.Store.AcceptAsync(Some.Job());
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task HoldsForManyAtOnce(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);

        var accepted = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Second(test.Store))));

        Assert.Single(accepted, one => one.Kind == JobAcceptanceKind.Accepted);
        Assert.Equal(99, accepted.Count(one => one.Kind == JobAcceptanceKind.TargetInUse));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task HoldsAfterTheProcessWasKilled(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync(Some.Job() with { Exclusive = "M8-20" });
        await test.Store.ClaimAsync();
        await test.CrashAsync();
        Assert.Equal(JobAcceptanceKind.TargetInUse, (await Second(test.Store)).Kind);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LeavesTheKeyOfTheRefusedFree(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var first = await test.Store.AcceptAsync(Some.Job() with { Exclusive = "M8-20" });
        var second = Some.Job() with { Exclusive = "M8-20", Key = Some.Key("key") };

        Assert.Equal(JobAcceptanceKind.TargetInUse, (await test.Store.AcceptAsync(second, Cancel)).Kind);
        Assert.Null(await test.Store.FindAsync(second.Id, Cancel));

        await test.Store.CancelAsync(first.Id, Cancel);
        await test.Store.AcceptAsync(second with { Key = Some.Key("key", "another request") });
    }

    private static Task<JobAcceptance> Second(IJobStore store) => store.AcceptAsync(Some.Job() with { Exclusive = "M8-20" }, Cancel);
}
