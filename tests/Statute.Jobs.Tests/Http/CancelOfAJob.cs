using Microsoft.AspNetCore.Builder;

namespace Statute.Jobs.Tests.Http;

/// <summary>A job that somebody does not want any more.</summary>
public sealed class CancelOfAJob : IAsyncLifetime
{
    private readonly Door _door = new();
    private readonly Door _stubbornDoor = new();
    private int _begun;
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(
        app =>
        {
            app.UseStatute();
            app.MapPost("/slow", async (CancellationToken cancel) =>
            {
                Interlocked.Increment(ref _begun);
                await _door.PassAsync(cancel);
            }).Asynchronous();
            app.MapPost("/stubborn", async () => await _stubbornDoor.PassAsync()).Asynchronous();
            app.MapJobs();
        },
        options: jobs => jobs.MaxRunning = 1);

    public ValueTask DisposeAsync()
    {
        _door.Open();
        _stubbornDoor.Open();
        return _app.DisposeAsync();
    }

    [Fact]
    public async Task ThatWaitsIsForGood()
    {
        await _app.PostAsync("/slow");
        await _door.Reached;
        var waiting = await _app.PostAsync("/slow");
        var canceled = await _app.SendAsync(HttpMethod.Post, waiting.CancelPlace);
        Assert.Equal((200, "Canceled"), (canceled.Status, canceled.State));
        Assert.False(canceled.Json.TryGetProperty("mayHaveTakenEffect", out _));
        _door.Open();
        Assert.Equal("Canceled", (await _app.GetAsync(waiting["Location"]!)).State);
        Assert.Equal(1, _begun);
    }

    [Fact]
    public async Task ThatRunsIsToldToItsHandler()
    {
        var running = await _app.PostAsync("/slow");
        await _door.Reached;
        var asked = await _app.SendAsync(HttpMethod.Post, running.CancelPlace);
        Assert.Equal((202, running["Location"]), (asked.Status, asked["Location"]));
        var monitor = await _app.EndAsync(running);
        Assert.Equal("Canceled", monitor.State);
        Assert.True(monitor.Json.GetProperty("mayHaveTakenEffect").GetBoolean());
        Assert.NotEqual("null", monitor.Json.GetProperty("cancelRequestedAt").GetRawText());
        Assert.False(monitor.Json.TryGetProperty("result", out _));
        Assert.Equal((404, "resource-not-found"), Named(await _app.ResultAsync(monitor)));
    }

    [Fact]
    public async Task IsTheSameTwice()
    {
        var running = await _app.PostAsync("/slow");
        await _door.Reached;
        await _app.SendAsync(HttpMethod.Post, running.CancelPlace);
        await _app.EndAsync(running);
        var again = await _app.SendAsync(HttpMethod.Post, running.CancelPlace);
        Assert.Equal((200, "Canceled"), (again.Status, again.State));
    }

    [Fact]
    public async Task ThatItsHandlerDoesNotHearIsTheHandlersToEnd()
    {
        var running = await _app.PostAsync("/stubborn");
        await _stubbornDoor.Reached;
        Assert.Equal(202, (await _app.SendAsync(HttpMethod.Post, running.CancelPlace)).Status);
        Assert.Equal("Running", (await _app.GetAsync(running["Location"]!)).State);
        _stubbornDoor.Open();
        var monitor = await _app.EndAsync(running);
        Assert.Equal("Succeeded", monitor.State);
        Assert.NotEqual("null", monitor.Json.GetProperty("cancelRequestedAt").GetRawText());
    }

    [Fact]
    public async Task ThatHasEndedIsAConflict()
    {
        _door.Open();
        var monitor = await _app.RunAsync("/slow");
        Assert.Equal((409, "state-conflict"), Named(await _app.SendAsync(HttpMethod.Post, monitor.CancelPlace)));
        Assert.Equal("Succeeded", (await _app.GetAsync($"/jobs/{monitor.Id}")).State);
    }

    private static (int Status, string? Problem) Named(JobAnswer answer) => (answer.Status, answer.Problem);
}
