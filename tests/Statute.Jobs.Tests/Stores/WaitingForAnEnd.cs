using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class WaitingForAnEnd
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LastsUntilTheJobHasEnded(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync();
        var waiting = Enumerable.Range(0, 100).Select(_ => test.Store.WaitForEndAsync(job.Id, Cancel)).ToList();
        var claimed = await test.Store.ClaimAsync();
        await test.Store.AcceptEndedAsync();
        Assert.All(waiting, one => Assert.False(one.IsCompleted));

        await test.Store.CompleteAsync(claimed.Claim, Some.Success, Cancel);

        await Task.WhenAll(waiting);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LastsUntilTheJobIsCanceled(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync();
        var waiting = test.Store.WaitForEndAsync(job.Id, Cancel);
        await test.Store.CancelAsync(job.Id, Cancel);
        await waiting;
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task IsNotEndedByARequestToCancel(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync();
        await test.Store.ClaimAsync();
        using var patience = new CancellationTokenSource();
        var waiting = test.Store.WaitForEndAsync(job.Id, patience.Token);
        await test.Store.CancelAsync(job.Id, Cancel);
        Assert.False(waiting.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task EndsAtOnceWhereItHasEndedOrIsNotThere(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var ended = await test.Store.AcceptEndedAsync();
        await test.Store.WaitForEndAsync(ended.Id, Cancel);
        await test.Store.WaitForEndAsync(JobId.New(), Cancel);
        await test.Store.ForgetAsync(ended.Id, Cancel);
        await test.Store.WaitForEndAsync(ended.Id, Cancel);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task MissesNoEnd(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        for (var i = 0; i < 200; i++)
        {
            var job = await test.Store.AcceptAsync();
            var waiting = Task.Run(() => test.Store.WaitForEndAsync(job.Id, Cancel));
            await test.Store.CancelAsync(job.Id, Cancel);
            await waiting.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        }
    }
}
