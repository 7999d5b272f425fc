using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class CancelingAJob
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ThatWaitsEndsIt(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync();
        test.Time.Advance(TimeSpan.FromSeconds(1));

        var canceled = await test.Store.CancelAsync(job.Id, Cancel);

        var now = test.Time.GetUtcNow();
        Assert.Equal(job with { State = JobState.Canceled, EndedAt = now, CancelRequestedAt = now }, canceled);
        Assert.Equal(canceled, await test.Store.FindAsync(job.Id, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ThatRunsAsksForIt(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();

        var asked = await test.Store.CancelAsync(claimed.Job.Id, Cancel);

        Assert.Equal(claimed.Job with { CancelRequestedAt = test.Time.GetUtcNow() }, asked);
        Assert.Equal(asked, await test.Store.FindAsync(claimed.Job.Id, Cancel));
        Assert.Equal(JobLease.CancelRequested, await test.Store.RenewAsync(claimed.Claim, Some.Lease, Cancel));
        Assert.True(await test.Store.CompleteAsync(claimed.Claim, new() { State = JobState.Canceled }, Cancel));
        Assert.Equal(JobState.Canceled, (await test.Store.FindAsync(claimed.Job.Id, Cancel))!.State);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task AgainChangesNothing(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var waiting = await test.Store.AcceptAsync();
        var running = await test.Store.AcceptAsync();
        var canceled = await test.Store.CancelAsync(waiting.Id, Cancel);
        await test.Store.ClaimAsync();
        var asked = await test.Store.CancelAsync(running.Id, Cancel);
        test.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(canceled, await test.Store.CancelAsync(waiting.Id, Cancel));
        Assert.Equal(asked, await test.Store.CancelAsync(running.Id, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ThatHasEndedChangesNothing(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var ended = await test.Store.AcceptEndedAsync();
        Assert.Equal(ended, await test.Store.CancelAsync(ended.Id, Cancel));
        Assert.Equal(ended, await test.Store.FindAsync(ended.Id, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ThatIsNotThereGivesNone(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        Assert.Null(await test.Store.CancelAsync(JobId.New(), Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task IsRememberedWhenItsWorkerDies(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var first = await test.Store.ClaimAsync();
        await test.Store.CancelAsync(first.Job.Id, Cancel);

        test.Time.Advance(Some.Lease);
        var second = await test.Store.ClaimAsync();
        Assert.NotNull(second.Job.CancelRequestedAt);
        Assert.Equal(JobLease.CancelRequested, await test.Store.RenewAsync(second.Claim, Some.Lease, Cancel));

        await test.CrashAsync();
        Assert.NotNull((await test.Store.ClaimAsync()).Job.CancelRequestedAt);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task BesideItsClaimNeverDoesBoth(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        for (var round = 0; round < 50; round++)
        {
            var job = await test.Store.AcceptAsync();
            var claiming = Task.Run(() => test.Store.ClaimAsync(Some.Lease, Cancel));
            var canceling = Task.Run(() => test.Store.CancelAsync(job.Id, Cancel));
            var (claimed, canceled) = (await claiming, await canceling);

            Assert.Equal(claimed == null ? JobState.Canceled : JobState.Running, canceled!.State);
        }
    }
}
