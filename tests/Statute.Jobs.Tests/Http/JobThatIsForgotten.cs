using Microsoft.AspNetCore.Builder;

namespace Statute.Jobs.Tests.Http;

/// <summary>What is left of a job after DELETE.</summary>
public sealed class JobThatIsForgotten : IAsyncLifetime
{
    private readonly Door _door = new();
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(app =>
    {
        app.UseStatute();
        app.MapPost("/quick", () => "done").Asynchronous();
        app.MapPost("/slow", () => _door.PassAsync()).Asynchronous();
        app.MapJobs();
    });

    public ValueTask DisposeAsync()
    {
        _door.Open();
        return _app.DisposeAsync();
    }

    [Fact]
    public async Task IsNothing()
    {
        var monitor = await _app.RunAsync("/quick");
        var forgotten = await _app.SendAsync(HttpMethod.Delete, $"/jobs/{monitor.Id}");
        Assert.Equal((200, ""), (forgotten.Status, forgotten.Content));
        Assert.Equal(404, (await _app.GetAsync($"/jobs/{monitor.Id}")).Status);
        Assert.Equal(404, (await _app.GetAsync(monitor.ResultPlace)).Status);
        Assert.Equal(404, (await _app.SendAsync(HttpMethod.Delete, $"/jobs/{monitor.Id}")).Status);
    }

    [Fact]
    public async Task LeavesItsKeyFree()
    {
        var key = ("Idempotency-Key", "k");
        var monitor = await _app.RunAsync("/quick", null, key);
        await _app.SendAsync(HttpMethod.Delete, $"/jobs/{monitor.Id}");
        var next = await _app.PostAsync("/quick", null, key);
        Assert.NotEqual(monitor.Id, next.Id);
    }

    [Fact]
    public async Task MustHaveEnded()
    {
        var running = await _app.PostAsync("/slow");
        var refused = await _app.SendAsync(HttpMethod.Delete, running["Location"]!);
        Assert.Equal((409, "state-conflict"), (refused.Status, refused.Problem));
        Assert.Equal(200, (await _app.GetAsync(running["Location"]!)).Status);
    }
}
