using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class HandingBack
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LetsTheJobWaitAsIfItHadNotBeenBegun(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();

        Assert.True(await test.Store.HandBackAsync(claimed.Claim, wasBegun: false, Cancel));

        Assert.Equal(job, await test.Store.FindAsync(job.Id, Cancel));
        var again = await test.Store.ClaimAsync();
        Assert.Equal(1, again.Job.Attempts);
        Assert.True(again.Claim.Fence > claimed.Claim.Fence);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task SaysWhenItWasBegun(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();

        Assert.True(await test.Store.HandBackAsync(claimed.Claim, wasBegun: true, Cancel));

        Assert.Equal(job with { StartedAt = claimed.Job.StartedAt }, await test.Store.FindAsync(job.Id, Cancel));
        Assert.Equal(claimed.Job.StartedAt, (await test.Store.CancelAsync(job.Id, Cancel))!.StartedAt);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task KeepsEarlierAttempts(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync();
        await test.Store.ClaimAsync();
        test.Time.Advance(Some.Lease);
        var second = await test.Store.ClaimAsync();

        await test.Store.HandBackAsync(second.Claim, wasBegun: false, Cancel);

        var found = (await test.Store.FindAsync(job.Id, Cancel))!;
        Assert.Equal((JobState.NotStarted, 1), (found.State, found.Attempts));
        Assert.NotNull(found.StartedAt);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task EndsTheClaim(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();
        await test.Store.HandBackAsync(claimed.Claim, wasBegun: false, Cancel);

        Assert.Equal(JobLease.Lost, await test.Store.RenewAsync(claimed.Claim, Some.Lease, Cancel));
        Assert.False(await test.Store.HandBackAsync(claimed.Claim, wasBegun: false, Cancel));
        Assert.False(await test.Store.CompleteAsync(claimed.Claim, Some.Success, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task PutsItBeforeYoungerOnes(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var old = await test.Store.AcceptAsync();
        await test.Store.AcceptAsync();
        await test.Store.HandBackAsync((await test.Store.ClaimAsync()).Claim, wasBegun: false, Cancel);
        Assert.Equal(old.Id, (await test.Store.ClaimAsync()).Job.Id);
    }
}
