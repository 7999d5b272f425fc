using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.Jobs.Tests.Http;

/// <summary>A job whose process was killed under it, and what the next process makes of it.</summary>
public sealed class InterruptedJob : IAsyncDisposable
{
    private readonly Door _door = new();
    private readonly List<JobsApp> _apps = [];
    private int _runs;

    public async ValueTask DisposeAsync()
    {
        _door.Open();
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task EndsAsUnknownWhereItMayNotBeRepeated()
    {
        var (app, accepted) = await KillAsync("/once");
        var monitor = await app.EndAsync(accepted);
        var error = monitor.Json.GetProperty("error");
        Assert.Equal(("Failed", "/problems/outcome-unknown"), (monitor.State, error.GetProperty("type").GetString()));
        var result = await app.ResultAsync(monitor);
        Assert.Equal((500, "outcome-unknown"), (result.Status, result.Problem));
        Assert.Equal(1, _runs);
        var incident = error.GetProperty("instance").GetString()!;
        Assert.Contains(app.App.Log.Records, record => record.Text.Contains(incident, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST", "/declared", null)]
    [InlineData("POST", "/once", "key")]
    [InlineData("PUT", "/once", null)]
    [InlineData("DELETE", "/once", null)]
    public async Task BeginsAgainWhereItMay(string method, string target, string? key)
    {
        var (app, accepted) = await KillAsync(target, method, key);
        _door.Open();
        var monitor = await app.EndAsync(accepted);
        Assert.Equal(("Succeeded", 2), (monitor.State, monitor.Json.GetProperty("attempts").GetInt32()));
        Assert.Equal(accepted.Id, (await app.ResultAsync(monitor)).Content);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task IsNotBegunForEver()
    {
        var (app, accepted) = await KillAsync("/declared");
        for (var kill = 2; kill <= 3; kill++)
        {
            await Until.TrueAsync(() => Volatile.Read(ref _runs) == kill);
            app = await NextAsync(app);
        }

        var monitor = await app.EndAsync(accepted);
        Assert.Equal("Failed", monitor.State);
        Assert.Contains("3 times", monitor.Json.GetProperty("error").GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, _runs);
        Assert.Equal("Succeeded", (await app.RunAsync("/quick")).State);
    }

    [Fact]
    public async Task ThatHadNotBegunRuns()
    {
        var app = await StartAsync();
        await app.PostAsync("/once");
        await app.PostAsync("/once");
        await _door.Reached;
        var waiting = await app.PostAsync("/quick");
        Assert.Equal("NotStarted", (await app.GetAsync(waiting["Location"]!)).State);
        var next = await NextAsync(app);
        var monitor = await next.EndAsync(waiting);
        Assert.Equal(("Succeeded", 1), (monitor.State, monitor.Json.GetProperty("attempts").GetInt32()));
    }

    [Theory]
    [InlineData("another operation")]
    [InlineData("another operation, at once")]
    [InlineData("the operation, at once")]
    [InlineData("another operation, not held")]
    [InlineData("another operation, in a branch")]
    [InlineData("another operation, in a branch, not held")]
    [InlineData("no endpoint")]
    public async Task OfAnOperationThatIsGoneIsNotFound(string now)
    {
        var (_, accepted) = await KillAsync("/declared");
        var hasRun = false;
        var next = await _apps[0].StartAfterKillAsync(app =>
        {
            app.UseStatute();
            app.MapJobs();
            switch (now)
            {
                case "another operation":
                    app.MapPost("/{anything}", Run).Asynchronous();
                    break;
                case "another operation, at once":
                    app.MapPost("/{anything}", Run);
                    break;
                case "the operation, at once":
                    app.MapPost("/declared", Run);
                    break;
                case "another operation, not held":
                    app.MapPost("/{anything}", Run).DisableStatute();
                    break;
                case "another operation, in a branch":
                    InABranch(app, endpoints => endpoints.MapPost("/{anything}", Run));
                    break;
                case "another operation, in a branch, not held":
                    InABranch(app, endpoints => endpoints.MapPost("/{anything}", Run).DisableStatute());
                    break;
                case "no endpoint":
                    app.Use((context, next) =>
                        context.Request.Path == "/declared" ? context.Response.WriteAsync(now) : next(context));
                    break;
            }
        });
        _apps.Add(next);
        var monitor = await next.EndAsync(accepted);
        Assert.Equal(("Failed", 404), (monitor.State, monitor.Json.GetProperty("error").GetProperty("status").GetInt32()));
        Assert.False(hasRun);

        string Run()
        {
            hasRun = true;
            return now;
        }
    }

    private static void InABranch(WebApplication app, Action<IEndpointRouteBuilder> map) =>
        app.MapWhen(context => context.Request.Path == "/declared", branch => branch.UseRouting().UseEndpoints(map));

    [Theory]
    [InlineData("/once", 500, "outcome-unknown")]
    [InlineData("/declared", 404, "not-found")]
    public async Task AtAPathThatIsLeftAloneByNowIsToldAsAnyOther(string target, int status, string problem)
    {
        var (_, accepted) = await KillAsync(target);
        var next = await _apps[0].StartAfterKillAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost(target, () => "left alone");
                app.MapJobs();
            },
            builder => builder.Services.Configure<StatuteOptions>(options => options.Except.Add(target)));
        _apps.Add(next);
        var error = (await next.EndAsync(accepted)).Json.GetProperty("error");
        Assert.Equal(status, error.GetProperty("status").GetInt32());
        Assert.Equal($"/problems/{problem}", error.GetProperty("type").GetString());
    }

    private async Task<(JobsApp App, JobAnswer Accepted)> KillAsync(string target, string method = "POST", string? key = null)
    {
        var app = await StartAsync();
        (string, string)[] fields = key is null ? [] : [("Idempotency-Key", key)];
        var accepted = await app.SendAsync(new HttpMethod(method), target, null, "clerk", fields);
        Assert.Equal(202, accepted.Status);
        await _door.Reached;
        return (await NextAsync(app), accepted);
    }

    private async Task<JobsApp> StartAsync()
    {
        var app = await JobsApp.StartAsync(Map, options: Options);
        _apps.Add(app);
        return app;
    }

    private async Task<JobsApp> NextAsync(JobsApp app)
    {
        var next = await app.StartAfterKillAsync(Map, options: Options);
        _apps.Add(next);
        return next;
    }

    private static void Options(JobOptions jobs)
    {
        jobs.MaxRunning = 2;
        jobs.MaxAttempts = 3;
        jobs.StopTimeout = TimeSpan.Zero;
    }

    private void Map(WebApplication app)
    {
        app.UseStatute();
        app.MapMethods("/once", ["POST", "PUT", "DELETE"], RunAsync).Asynchronous();
        app.MapPost("/declared", RunAsync).Asynchronous(job => job.Repeatable = true);
        app.MapPost("/quick", () => "done").Asynchronous();
        app.MapJobs();
    }

    private async Task<string?> RunAsync([FromHeader(Name = "Idempotency-Key")] string? key, CancellationToken cancel)
    {
        Interlocked.Increment(ref _runs);
        await _door.PassAsync(cancel);
        return key;
    }
}
