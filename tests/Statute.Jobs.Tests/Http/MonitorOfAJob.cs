using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Statute.AspNetCore;

namespace Statute.Jobs.Tests.Http;

/// <summary>What a job's own place shows of it.</summary>
public sealed class MonitorOfAJob : IAsyncLifetime
{
    private const int LongPolls = 20;

    private readonly Door _door = new();
    private readonly Door[] _doors = [.. Enumerable.Range(0, LongPolls).Select(_ => new Door())];
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(app =>
    {
        app.UseStatute();
        app.MapPost("/slow", async (CancellationToken cancel) => await _door.PassAsync(cancel)).Asynchronous();
        app.MapPost("/slow/{door:int}", (int door) => _doors[door].PassAsync()).Asynchronous();
        app.MapPost("/refused", () => new Refusal(409, "It is shipped.", "shipped")).Asynchronous();
        app.MapPost("/broken", string () => throw new InvalidOperationException("secret")).Asynchronous();
        app.MapPost("/accepted", () => TypedResults.Accepted("/elsewhere")).Asynchronous();
        app.MapPost("/created", () => TypedResults.Created("/items/1", new { id = 1 })).Asynchronous();
        app.MapJobs();
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task SaysThatItRuns()
    {
        var accepted = await _app.PostAsync("/slow");
        await _door.Reached;
        var monitor = await _app.GetAsync(accepted["Location"]!);
        Assert.Equal((200, "Running", "1", "no-store"), (monitor.Status, monitor.State, monitor["Retry-After"], monitor["Cache-Control"]));
        Assert.Equal(1, monitor.Json.GetProperty("attempts").GetInt32());
        Assert.False(monitor.Json.TryGetProperty("result", out _));
        Assert.False(monitor.Json.TryGetProperty("percentComplete", out _));
        Assert.Equal("null", monitor.Json.GetProperty("expiresAt").GetRawText());
    }

    [Fact]
    public async Task ShowsTheResultOfOneThatSucceeded()
    {
        var monitor = await _app.RunAsync("/created");
        Assert.Equal(("Succeeded", null), (monitor.State, monitor["Retry-After"]));
        var result = monitor.Json.GetProperty("result");
        Assert.Equal(200, result.GetProperty("status").GetInt32());
        Assert.Equal("application/json; charset=utf-8", result.GetProperty("contentType").GetString());
        Assert.Equal("""{"id":1}""".Length, result.GetProperty("contentLength").GetInt32());
        Assert.Equal(100, monitor.Json.GetProperty("percentComplete").GetInt32());
        Assert.False(monitor.Json.TryGetProperty("error", out _));
        var kept = monitor.Json.GetProperty("expiresAt").GetDateTimeOffset() - monitor.Json.GetProperty("finishedAt").GetDateTimeOffset();
        Assert.Equal(TimeSpan.FromDays(7), kept);
    }

    [Fact]
    public async Task ShowsTheProblemOfOneThatFailed()
    {
        var monitor = await _app.RunAsync("/refused");
        var error = monitor.Json.GetProperty("error");
        Assert.Equal(("Failed", 200), (monitor.State, monitor.Status));
        Assert.Equal("/problems/shipped", error.GetProperty("type").GetString());
        Assert.Equal(409, error.GetProperty("status").GetInt32());
        Assert.Equal("It is shipped.", error.GetProperty("detail").GetString());
        Assert.Equal((await _app.GetAsync(monitor.ResultPlace)).Content, error.GetRawText());
    }

    [Fact]
    public async Task SaysNothingOfTheInsideOfOneThatBroke()
    {
        var monitor = await _app.RunAsync("/broken");
        Assert.Equal(("Failed", "/problems/unexpected-error"), (monitor.State, ErrorOf(monitor, "type")));
        Assert.DoesNotContain("secret", monitor.Content, StringComparison.Ordinal);
        var told = Assert.Single(_app.App.Log.Records, record => record.Exception?.Message == "secret");
        Assert.Contains(ErrorOf(monitor, "instance")!, told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallsOneFailedThatHasOnlyAcceptedSomething()
    {
        var monitor = await _app.RunAsync("/accepted");
        Assert.Equal(("Failed", "Accepted"), (monitor.State, ErrorOf(monitor, "title")));
    }

    [Fact]
    public async Task AnswersALongPollAtTheEnd()
    {
        // Measured from the moment at which the handler may end to the moment at which its caller knows, with all that lies between:
        // the answer is judged, written to the disk, and sent.
        var late = new List<double>();
        for (var i = 0; i < LongPolls; i++)
        {
            var accepted = await _app.PostAsync($"/slow/{i}");
            await _doors[i].Reached;
            var polled = _app.GetAsync(accepted["Location"]!, ("Prefer", "wait=20"));
            var watch = Stopwatch.StartNew();
            _doors[i].Open();
            var monitor = await polled;
            Assert.Equal(("Succeeded", "wait=20"), (monitor.State, monitor["Preference-Applied"]));
            late.Add(watch.Elapsed.TotalMilliseconds);
        }

        // The median: a busy machine makes some of them wait for what is none of theirs.
        var median = late.Order().ElementAt(LongPolls / 2);
        Assert.True(median < 100, $"Half of {LongPolls} long polls came {median} ms late or later.");
    }

    [Fact]
    public async Task AnswersALongPollWhenItsTimeIsOver()
    {
        var accepted = await _app.PostAsync("/slow");
        var monitor = await _app.GetAsync(accepted["Location"]!, ("Prefer", "wait=1"));
        Assert.Equal((200, "wait=1"), (monitor.Status, monitor["Preference-Applied"]));
        Assert.NotEqual("Succeeded", monitor.State);
    }

    [Fact]
    public async Task LetsNobodyWaitForMoreThanHalfAMinute()
    {
        var monitor = await _app.RunAsync("/created");
        var polled = await _app.GetAsync($"/jobs/{monitor.Id}", ("Prefer", "wait=1000"));
        Assert.Equal("wait=30", polled["Preference-Applied"]);
    }

    private static string? ErrorOf(JobAnswer monitor, string member) => monitor.Json.GetProperty("error").GetProperty(member).GetString();
}
