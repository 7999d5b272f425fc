using Microsoft.AspNetCore.Builder;

namespace Statute.Jobs.Tests.Http;

/// <summary>One job at a time for each target.</summary>
public sealed class TargetThatIsInUse : IAsyncLifetime
{
    private readonly Door _door = new();
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(app =>
    {
        app.UseStatute();
        app.MapPost("/items/{sku}/recount", async (string sku, CancellationToken cancel) => await _door.PassAsync(cancel))
            .Asynchronous(job => job.OneAtATime = true);
        app.MapJobs();
    });

    public ValueTask DisposeAsync()
    {
        _door.Open();
        return _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/items/a/recount")]
    [InlineData("/ITEMS/%61/recount?now=1")]
    public async Task IsAConflictHoweverItIsSpelt(string target)
    {
        await _app.PostAsync("/items/a/recount");
        var refused = await _app.PostAsync(target);
        Assert.Equal((409, "in-progress"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task LeavesOthersFree()
    {
        await _app.PostAsync("/items/a/recount");
        Assert.Equal(202, (await _app.PostAsync("/items/b/recount")).Status);
        Assert.Equal(202, (await _app.PostAsync("/items/A/recount")).Status);
    }

    [Fact]
    public async Task IsFreeAtTheEndOfTheJob()
    {
        var first = await _app.PostAsync("/items/a/recount");
        await _door.Reached;
        await _app.SendAsync(HttpMethod.Post, first.CancelPlace);
        await _app.EndAsync(first);
        Assert.Equal(202, (await _app.PostAsync("/items/a/recount")).Status);
    }

    [Fact]
    public async Task IsNoConflictForTheSameRequestWithItsKey()
    {
        var first = await _app.PostAsync("/items/a/recount", null, ("Idempotency-Key", "k"));
        var again = await _app.PostAsync("/items/a/recount", null, ("Idempotency-Key", "k"));
        Assert.Equal((202, first.Id), (again.Status, again.Id));
    }
}
