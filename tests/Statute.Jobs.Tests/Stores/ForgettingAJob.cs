using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class ForgettingAJob
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ThatHasEndedLeavesNothing(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var ended = await test.Store.AcceptEndedAsync(outcome: Some.Success with { Answer = Some.Bytes(10) });

        Assert.Equal(ended, await test.Store.ForgetAsync(ended.Id, Cancel));

        Assert.Null(await test.Store.FindAsync(ended.Id, Cancel));
        Assert.Null(await test.Store.FindAnswerAsync(ended.Id, Cancel));
        Assert.Null(await test.Store.ForgetAsync(ended.Id, Cancel));
        Assert.Empty(await test.Store.ListAsync(new("clerk", null, null, 10), Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task IsNoDamageToWhoReadsItAtThatMoment(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        for (var round = 0; round < 100; round++)
        {
            var ended = await test.Store.AcceptEndedAsync(outcome: Some.Success with { Answer = Some.Bytes(10) });
            var reading = Task.Run(() => ReadUntilGoneAsync(test.Store, ended.Id));
            await test.Store.ForgetAsync(ended.Id, Cancel);
            await reading;
        }
    }

    private static async Task ReadUntilGoneAsync(IJobStore store, JobId id)
    {
        while (await store.FindAnswerAsync(id, Cancel) is { } answer)
        {
            Assert.Equal(Some.Bytes(10), answer.ToArray());
        }
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task FreesItsKey(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var ended = await test.Store.AcceptEndedAsync(Some.Job() with { Key = Some.Key("key") });
        await test.Store.ForgetAsync(ended.Id, Cancel);
        await test.Store.AcceptAsync(Some.Job() with { Key = Some.Key("key", "another request") });
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ThatHasNotEndedChangesNothing(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var waiting = await test.Store.AcceptAsync();
        Assert.Equal(waiting, await test.Store.ForgetAsync(waiting.Id, Cancel));
        var running = (await test.Store.ClaimAsync()).Job;
        Assert.Equal(running, await test.Store.ForgetAsync(running.Id, Cancel));
        Assert.Equal(running, await test.Store.FindAsync(running.Id, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ThatIsNotThereGivesNone(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        Assert.Null(await test.Store.ForgetAsync(JobId.New(), Cancel));
    }
}
