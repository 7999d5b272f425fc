using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class StoreOpenedAgain
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public Task HasEverything(StoreKind kind) => FindEverythingAsync(kind, test => test.ReopenAsync());

    [Theory, ClassData(typeof(EveryStore))]
    public Task HasEverythingAfterTheProcessWasKilled(StoreKind kind) => FindEverythingAsync(kind, test => test.CrashAsync());

    [Theory, ClassData(typeof(EveryStore))]
    public async Task HandsOutWhatWasInterruptedAtOnce(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var first = await test.Store.ClaimAsync();
        await test.Store.AcceptAsync();

        await test.CrashAsync();

        var second = await test.Store.ClaimAsync();
        Assert.Equal((first.Job.Id, 2), (second.Job.Id, second.Job.Attempts));
        Assert.True(second.Claim.Fence > first.Claim.Fence);
        Assert.False(await test.Store.CompleteAsync(first.Claim, Some.Success, Cancel));
        Assert.True(await test.Store.CompleteAsync(second.Claim, Some.Success, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task DoesNotRepeatWhatHasEnded(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptEndedAsync();
        await test.CrashAsync();
        await test.Store.ClaimNothingAsync();
    }

    private static async Task FindEverythingAsync(StoreKind kind, Func<StoreUnderTest, Task> again)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var ended = await test.Store.AcceptEndedAsync(outcome: Some.Success with { Answer = Some.Bytes(10_000) });
        await test.Store.AcceptAsync();
        var running = (await test.Store.ClaimAsync()).Job;
        var canceled = (await test.Store.CancelAsync((await test.Store.AcceptAsync()).Id, Cancel))!;
        var asked = Some.Job() with { Request = Some.Bytes(10_000) };
        var waiting = await test.Store.AcceptAsync(asked);

        await again(test);

        // Those of one millisecond are in no order that a test could know.
        var all = await test.Store.ListAsync(new("clerk", null, null, 10), Cancel);
        Assert.Equal(new[] { waiting, canceled, running, ended }.ToHashSet(), all.ToHashSet());
        Assert.Equal(Some.Bytes(10_000), (await test.Store.FindAnswerAsync(ended.Id, Cancel))?.ToArray());
        Assert.Equal(running.Id, (await test.Store.ClaimAsync()).Job.Id);
        Assert.Equal(asked.Request.ToArray(), (await test.Store.ClaimAsync()).Request?.ToArray());
    }
}
