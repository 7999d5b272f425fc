using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Stores;

public sealed class AcceptingAJob
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EveryStore))]
    public async Task MakesItWaitUnderItsId(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var asked = Some.Job();

        var accepted = await test.Store.AcceptAsync(asked, Cancel);

        var expected = new Job
        {
            Id = asked.Id,
            Owner = asked.Owner,
            Operation = asked.Operation,
            Target = asked.Target,
            State = JobState.NotStarted,
            CreatedAt = test.Time.GetUtcNow(),
        };
        Assert.Equal(new JobAcceptance(JobAcceptanceKind.Accepted, expected), accepted);
        Assert.Equal(expected, await test.Store.FindAsync(asked.Id, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task NeedsNoOwner(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = await test.Store.AcceptAsync(Some.Job(owner: null));
        Assert.Null((await test.Store.FindAsync(job.Id, Cancel))!.Owner);
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task LeavesOthersUnknown(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        await test.Store.AcceptAsync();
        Assert.Null(await test.Store.FindAsync(JobId.New(), Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task IsNotBegunWhereNobodyWaitsForItAnyMore(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);
        var job = Some.Job();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Store.AcceptAsync(job, new CancellationToken(canceled: true)));
        Assert.Null(await test.Store.FindAsync(job.Id, Cancel));
    }

    [Theory, ClassData(typeof(EveryStore))]
    public async Task FromManyCallersKeepsEach(StoreKind kind)
    {
        await using var test = await StoreUnderTest.OpenAsync(kind);

        var jobs = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => test.Store.AcceptAsync())));

        var claimed = new HashSet<JobId>();
        while (await test.Store.ClaimAsync(Some.Lease, Cancel) is { } job)
        {
            Assert.True(claimed.Add(job.Job.Id));
        }

        Assert.Equal(jobs.Select(job => job.Id).ToHashSet(), claimed);
    }
}
