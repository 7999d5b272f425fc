using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class LeaseThatRanOut
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LetsTheJobBeClaimedAgainAndNotBefore(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var first = await test.Store.ClaimAsync();

        test.Time.Advance(Some.Lease - TimeSpan.FromMilliseconds(1));
        await test.Store.ClaimNothingAsync();
        test.Time.Advance(TimeSpan.FromMilliseconds(1));
        var second = await test.Store.ClaimAsync();

        Assert.Equal(first.Job.Id, second.Job.Id);
        Assert.Equal(2, second.Job.Attempts);
        Assert.True(second.Claim.Fence > first.Claim.Fence);
        Assert.NotNull(second.Request);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task DoesNotRunOutWhileItIsRenewed(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();

        for (var beat = 0; beat < 10; beat++)
        {
            test.Time.Advance(Some.Lease / 2);
            Assert.Equal(JobLease.Held, await test.Store.RenewAsync(claimed.Claim, Some.Lease, Cancel));
            await test.Store.ClaimNothingAsync();
        }

        test.Time.Advance(Some.Lease);
        await test.Store.ClaimAsync();
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task IsTakenUpAgainByItsWorkerWhereNobodyElseHas(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();
        test.Time.Advance(Some.Lease * 2);

        Assert.Equal(JobLease.Held, await test.Store.RenewAsync(claimed.Claim, Some.Lease, Cancel));

        await test.Store.ClaimNothingAsync();
        Assert.True(await test.Store.CompleteAsync(claimed.Claim, Some.Success, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LeavesTheOutcomeToTheLatestClaim(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync();
        var first = await test.Store.ClaimAsync();
        test.Time.Advance(Some.Lease);
        var second = await test.Store.ClaimAsync();

        Assert.Equal(JobLease.Lost, await test.Store.RenewAsync(first.Claim, Some.Lease, Cancel));
        Assert.False(await test.Store.CompleteAsync(first.Claim, Some.Success with { Status = 500, State = JobState.Failed }, Cancel));
        Assert.False(await test.Store.HandBackAsync(first.Claim, wasBegun: false, Cancel));
        Assert.Equal(second.Job, await test.Store.FindAsync(job.Id, Cancel));
        Assert.True(await test.Store.CompleteAsync(second.Claim, Some.Success, Cancel));
        Assert.False(await test.Store.CompleteAsync(first.Claim, Some.Success with { Status = 500, State = JobState.Failed }, Cancel));

        Assert.Equal(JobState.Succeeded, (await test.Store.FindAsync(job.Id, Cancel))!.State);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task IsClaimedByOneOfMany(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        await test.Store.ClaimAsync();
        test.Time.Advance(Some.Lease);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => test.Store.ClaimAsync(Some.Lease, Cancel))));

        Assert.Single(claimed, one => one != null);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ComesBeforeYoungerJobsThatWait(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var old = await test.Store.AcceptAsync();
        await test.Store.ClaimAsync();
        var young = await test.Store.AcceptAsync();
        test.Time.Advance(Some.Lease);

        Assert.Equal(old.Id, (await test.Store.ClaimAsync()).Job.Id);
        Assert.Equal(young.Id, (await test.Store.ClaimAsync()).Job.Id);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task IsNotMadeOlderByAClockThatJumps(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();

        test.Time.Set(TimeSpan.FromDays(2));
        await test.Store.ClaimNothingAsync();
        test.Time.Set(TimeSpan.FromDays(-4));
        await test.Store.ClaimNothingAsync();

        Assert.Equal(JobLease.Held, await test.Store.RenewAsync(claimed.Claim, Some.Lease, Cancel));
        test.Time.Advance(Some.Lease);
        await test.Store.ClaimAsync();
    }
}
