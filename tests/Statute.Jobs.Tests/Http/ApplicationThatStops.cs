using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.Jobs.Tests.Http;

/// <summary>What becomes of jobs when the application is asked to stop.</summary>
public sealed class ApplicationThatStops : IAsyncDisposable
{
    private readonly Door _door = new();
    private readonly Door _middleware = new();
    private readonly List<JobsApp> _apps = [];

    public async ValueTask DisposeAsync()
    {
        _door.Open();
        _middleware.Open();
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task WaitsForWhatRuns()
    {
        var app = await StartAsync(TimeSpan.FromMinutes(1));
        var accepted = await app.PostAsync("/once");
        await _door.Reached;
        var stopping = StopAsync(app);
        Assert.False(stopping.IsCompleted);
        _door.Open();
        await stopping;
        Assert.Equal(("Succeeded", 1), await AfterwardsAsync(app, accepted));
    }

    [Fact]
    public async Task ClaimsNothingMore()
    {
        var app = await StartAsync(TimeSpan.FromMinutes(1));
        await app.PostAsync("/once");
        await _door.Reached;
        var waiting = await app.PostAsync("/once");
        var stopping = StopAsync(app);
        _door.Open();
        await stopping;
        Assert.DoesNotContain(app.App.Log.Records, record => record.Text.StartsWith($"Job {waiting.Id}", StringComparison.Ordinal));
        Assert.Equal(("Succeeded", 1), await AfterwardsAsync(app, waiting));
    }

    [Theory]
    [InlineData("/declared", "Succeeded", 1, "was handed back")]
    [InlineData("/once", "Failed", 1, "ended as Failed with 500")]
    [InlineData("/held-up", "Succeeded", 1, "was handed back")]
    public async Task CutsOffWhatTakesTooLong(string target, string state, int attempts, string told)
    {
        var app = await StartAsync(TimeSpan.Zero);
        var accepted = await app.PostAsync(target);
        await (target == "/held-up" ? _middleware.Reached : _door.Reached);
        await StopAsync(app);
        Assert.Contains(app.App.Log.Records, record => record.Text.StartsWith($"Job {accepted.Id} {told}", StringComparison.Ordinal));
        _door.Open();
        _middleware.Open();
        Assert.Equal((state, attempts), await AfterwardsAsync(app, accepted));
    }

    [Fact]
    public async Task RemembersThatWhatItHandsBackHadBegun()
    {
        var app = await StartAsync(TimeSpan.Zero, maxRunning: 2);
        await app.PostAsync("/declared");
        await _door.Reached;
        var accepted = await app.PostAsync("/declared");
        await Until.TrueAsync(() => app.GetAsync(accepted["Location"]!).GetAwaiter().GetResult().State == "Running");
        await StopAsync(app);
        var next = await app.StartAfterKillAsync(Map, options: jobs => jobs.MaxRunning = 1);
        _apps.Add(next);

        // The older one runs, so that this one waits.
        var monitor = await next.SendAsync(HttpMethod.Post, accepted.CancelPlace);
        Assert.Equal((200, "Canceled"), (monitor.Status, monitor.State));
        Assert.True(monitor.Json.GetProperty("mayHaveTakenEffect").GetBoolean());
    }

    [Fact]
    public async Task TellsJobsToEndWhileARequestIsStillServed()
    {
        var app = await StartAsync(TimeSpan.Zero);
        var accepted = await app.PostAsync("/declared");
        await _door.Reached;
        var served = app.PostAsync("/now");
        await _middleware.Reached;
        var stopping = StopAsync(app);
        await Until.TrueAsync(() => app.App.Log.Records.Any(
            record => record.Text.StartsWith($"Job {accepted.Id} was handed back", StringComparison.Ordinal)));
        Assert.False(served.IsCompleted);
        _middleware.Open();
        Assert.Equal(200, (await served).Status);
        await stopping;
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public async Task IsWarnedOfAStopTimeoutThatTheHostDoesNotWaitFor(int seconds, bool isWarned)
    {
        var app = await StartAsync(TimeSpan.FromSeconds(seconds));
        Assert.Equal(isWarned, app.App.Log.Records.Any(
            record => record.Text == $"StopTimeout is 00:00:{seconds}, and the host's ShutdownTimeout 00:00:30: jobs that are told to end "
                + "then have no time left to do so. Let ShutdownTimeout be longer."));
    }

    [Fact]
    public async Task AnswersThoseWhoWaitForAnEnd()
    {
        var app = await StartAsync(TimeSpan.FromMinutes(1));
        var accepted = await app.PostAsync("/once");
        await _door.Reached;
        var polled = app.GetAsync(accepted["Location"]!, ("Prefer", "wait=30"));
        await Until.TrueAsync(() => app.App.Log.Records.Any(record => record.Text.Contains("polled", StringComparison.Ordinal)));
        var stopping = StopAsync(app);
        Assert.Equal("Running", (await polled).State);
        _door.Open();
        await stopping;
    }

    private static Task StopAsync(JobsApp app) => app.App.Services.GetRequiredService<IHost>().StopAsync();

    private async Task<(string? State, int Attempts)> AfterwardsAsync(JobsApp app, JobAnswer accepted)
    {
        var next = await app.StartAfterKillAsync(Map, options: jobs => jobs.MaxRunning = 1);
        _apps.Add(next);
        var monitor = await next.EndAsync(accepted);
        return (monitor.State, monitor.Json.GetProperty("attempts").GetInt32());
    }

    private async Task<JobsApp> StartAsync(TimeSpan stopTimeout, int maxRunning = 1)
    {
        var app = await JobsApp.StartAsync(Map, options: jobs =>
        {
            jobs.MaxRunning = maxRunning;
            jobs.StopTimeout = stopTimeout;
        });
        _apps.Add(app);
        return app;
    }

    private void Map(WebApplication app)
    {
        app.UseStatute();
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == "/held-up" && context.Features.Get<IJobFeature>() is not null)
            {
                await _middleware.PassAsync(context.RequestAborted);
            }

            await next(context);
        });
        app.MapPost("/once", RunAsync).Asynchronous();
        app.MapPost("/held-up", () => "done").Asynchronous();
        app.MapPost("/now", () => _middleware.PassAsync());
        app.MapPost("/declared", RunAsync).Asynchronous(job => job.Repeatable = true);
        app.MapJobs().AddEndpointFilter((context, next) =>
        {
            app.Logger.LogPolled();
            return next(context);
        });
    }

    private async Task<string> RunAsync(CancellationToken cancel)
    {
        await _door.PassAsync(cancel);
        return "done";
    }
}
