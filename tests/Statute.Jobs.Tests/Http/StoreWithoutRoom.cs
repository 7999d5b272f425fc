using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Tests.Http;

/// <summary>A full disk keeps nobody from the jobs that were accepted before.</summary>
public sealed class StoreWithoutRoom : IAsyncLifetime
{
    private readonly Door _door = new();
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(
        app =>
        {
            app.UseStatute();
            app.MapPost("/quick", () => "done").Asynchronous();
            app.MapPost("/slow", (CancellationToken cancel) => _door.PassAsync(cancel)).Asynchronous();
            app.MapJobs();
        },
        builder =>
        {
            var own = builder.Services.Last(service => service.ServiceType == typeof(IJobStore)).ImplementationFactory!;
            builder.Services.AddSingleton<IJobStore>(services => new FullStore((IJobStore)own(services)));
        },
        jobs => jobs.MaxRunning = 1);

    private FullStore Store => (FullStore)_app.App.Services.GetRequiredService<IJobStore>();

    public ValueTask DisposeAsync()
    {
        _door.Open();
        return _app.DisposeAsync();
    }

    [Fact]
    public async Task RefusesNewOnesAndServesTheOthers()
    {
        var ended = await _app.RunAsync("/quick");
        var running = await _app.PostAsync("/slow");
        await _door.Reached;
        Store.IsFull = true;

        var refused = await _app.PostAsync("/quick", null, ("Idempotency-Key", "later"));
        Assert.Equal((503, "storage-full"), (refused.Status, refused.Problem));
        Assert.InRange(int.Parse(refused["Retry-After"]!, null), 1, 60);
        Assert.Equal("Succeeded", (await _app.GetAsync($"/jobs/{ended.Id}")).State);
        Assert.Equal("done", (await _app.GetAsync(ended.ResultPlace)).Content);
        Assert.Equal(2, (await _app.GetAsync("/jobs")).Json.GetProperty("jobs").GetArrayLength());
        Assert.Equal(202, (await _app.SendAsync(HttpMethod.Post, running.CancelPlace)).Status);
        Assert.Equal("Canceled", (await _app.EndAsync(running)).State);
        Assert.Equal(200, (await _app.SendAsync(HttpMethod.Delete, $"/jobs/{ended.Id}")).Status);

        Store.IsFull = false;
        var accepted = await _app.PostAsync("/quick", null, ("Idempotency-Key", "later"));
        Assert.Equal((202, null), (accepted.Status, accepted["Idempotent-Replayed"]));
    }

    [Fact]
    public async Task LetsThoseThatWaitBeginWhenThereIsRoomAgain()
    {
        var running = await _app.PostAsync("/slow");
        await _door.Reached;
        var waiting = await _app.PostAsync("/quick");
        Store.IsFull = true;
        _door.Open();
        Assert.Equal("Succeeded", (await _app.EndAsync(running)).State);
        await Until.TrueAsync(() => Store.RefusedClaims >= 2);
        Assert.Equal("NotStarted", (await _app.GetAsync($"/jobs/{waiting.Id}")).State);

        Store.IsFull = false;
        Assert.Equal("Succeeded", (await _app.EndAsync(waiting)).State);
        Assert.DoesNotContain(_app.App.Log.Records, record => record.Level >= LogLevel.Warning);
    }
}
