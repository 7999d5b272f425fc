using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class EndingAJob
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreKind.Sqlite, JobState.Succeeded, 200)]
    [InlineData(StoreKind.Sqlite, JobState.Failed, 422)]
    [InlineData(StoreKind.Sqlite, JobState.Canceled, null)]
    public async Task RecordsItsOutcome(StoreKind kind, JobState state, int? status)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();
        test.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.True(await test.Store.CompleteAsync(
            claimed.Claim, new() { State = state, Status = status, ContentType = "text/plain", ContentLength = 3 }, Cancel));

        var expected = claimed.Job with
        {
            State = state,
            Status = status,
            ContentType = "text/plain",
            ContentLength = 3,
            EndedAt = test.Time.GetUtcNow(),
        };
        Assert.Equal(expected, await test.Store.FindAsync(claimed.Job.Id, Cancel));
        await test.CrashAsync();
        Assert.Equal(expected, await test.Store.FindAsync(claimed.Job.Id, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task KeepsItsAnswer(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var answer = Some.Bytes(300_001);
        var job = await test.Store.AcceptEndedAsync(outcome: Some.Success with { Answer = answer });

        Assert.Equal(answer, (await test.Store.FindAnswerAsync(job.Id, Cancel))?.ToArray());
        await test.CrashAsync();
        Assert.Equal(answer, (await test.Store.FindAnswerAsync(job.Id, Cancel))?.ToArray());
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task GivesNoAnswerWhereThereIsNone(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var ended = await test.Store.AcceptEndedAsync();
        var waiting = await test.Store.AcceptAsync();

        Assert.Null(await test.Store.FindAnswerAsync(ended.Id, Cancel));
        Assert.Null(await test.Store.FindAnswerAsync(waiting.Id, Cancel));
        Assert.Null(await test.Store.FindAnswerAsync(JobId.New(), Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task CountsOnce(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();

        var recorded = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => test.Store.CompleteAsync(
            claimed.Claim, Some.Success with { ContentLength = n, Answer = new byte[] { (byte)n } }, Cancel))));

        Assert.Single(recorded, one => one);
        var winner = Array.IndexOf(recorded, true);
        Assert.Equal(winner, (await test.Store.FindAsync(claimed.Job.Id, Cancel))!.ContentLength);
        Assert.Equal(new[] { (byte)winner }, (await test.Store.FindAnswerAsync(claimed.Job.Id, Cancel))?.ToArray());
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task WithoutAnAttemptCountsNone(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var first = await test.Store.ClaimAsync();
        test.Time.Advance(Some.Lease);
        var second = await test.Store.ClaimAsync();
        Assert.Equal(2, second.Job.Attempts);

        await test.Store.CompleteAsync(second.Claim, Some.Success with { CountsAttempt = false }, Cancel);

        Assert.Equal(1, (await test.Store.FindAsync(first.Job.Id, Cancel))!.Attempts);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task IsForGood(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        var claimed = await test.Store.ClaimAsync();
        await test.Store.CompleteAsync(claimed.Claim, Some.Success, Cancel);
        var ended = await test.Store.FindAsync(claimed.Job.Id, Cancel);

        Assert.Equal(JobLease.Lost, await test.Store.RenewAsync(claimed.Claim, Some.Lease, Cancel));
        Assert.False(await test.Store.HandBackAsync(claimed.Claim, wasBegun: false, Cancel));
        Assert.Equal(ended, await test.Store.CancelAsync(claimed.Job.Id, Cancel));
        test.Time.Advance(Some.Lease);
        await test.Store.ClaimNothingAsync();
        await test.CrashAsync();
        await test.Store.ClaimNothingAsync();

        Assert.Equal(ended, await test.Store.FindAsync(claimed.Job.Id, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task ThatNobodyHasClaimedIsRefused(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync();

        Assert.False(await test.Store.CompleteAsync(new(job.Id, 0), Some.Success, Cancel));
        Assert.False(await test.Store.CompleteAsync(new(job.Id, 1), Some.Success, Cancel));
        Assert.False(await test.Store.CompleteAsync(new(JobId.New(), 1), Some.Success, Cancel));
        Assert.Equal(job, await test.Store.FindAsync(job.Id, Cancel));
    }
}
