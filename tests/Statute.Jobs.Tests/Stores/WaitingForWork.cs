namespace Statute.Jobs.Tests.Stores;

public sealed class WaitingForWork
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LastsUntilAJobIsAccepted(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.ClaimNothingAsync();
        var waiting = Enumerable.Range(0, 100).Select(_ => test.Store.WaitForWorkAsync(Cancel)).ToList();
        Assert.All(waiting, one => Assert.False(one.IsCompleted));

        await test.Store.AcceptAsync();

        await Task.WhenAll(waiting);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task EndsAtOnceWhereAJobWaits(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        await test.Store.WaitForWorkAsync(Cancel);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task EndsWhenAJobIsHandedBack(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();
        await test.Store.ClaimNothingAsync();
        var waiting = test.Store.WaitForWorkAsync(Cancel);
        Assert.False(waiting.IsCompleted);

        await test.Store.HandBackAsync(claimed.Claim, wasBegun: false, Cancel);

        await waiting;
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task EndsWhenALeaseRunsOut(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();
        await test.Store.ClaimNothingAsync();
        var waiting = test.Store.WaitForWorkAsync(Cancel);
        test.Time.Advance(Some.Lease / 2);
        await test.Store.RenewAsync(claimed.Claim, Some.Lease, Cancel);
        test.Time.Advance(Some.Lease / 2);
        Assert.False(waiting.IsCompleted);

        test.Time.Advance(Some.Lease / 2 + TimeSpan.FromSeconds(1));

        await waiting;
        await test.Store.ClaimAsync();
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task EndsAtOnceWhereAJobWasInterrupted(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        await test.Store.ClaimAsync();
        await test.CrashAsync();
        await test.Store.WaitForWorkAsync(Cancel);
        await test.Store.ClaimAsync();
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task CanBeGivenUp(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.ClaimNothingAsync();
        using var patience = new CancellationTokenSource();
        var waiting = test.Store.WaitForWorkAsync(patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task MissesNoJob(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        const int Jobs = 200;
        var working = Task.Run(async () =>
        {
            for (var claimed = 0; claimed < Jobs;)
            {
                await test.Store.WaitForWorkAsync(Cancel);
                claimed += await test.Store.ClaimAsync(Some.Lease, Cancel) == null ? 0 : 1;
            }
        });

        for (var i = 0; i < Jobs; i++)
        {
            await test.Store.AcceptAsync();
            await Task.Yield();
        }

        await working.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
    }
}
