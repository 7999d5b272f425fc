using Microsoft.AspNetCore.Builder;

namespace Statute.Jobs.Tests.Http;

/// <summary>The 202, and what it leads to.</summary>
public sealed class RequestThatIsAccepted : IAsyncLifetime
{
    private const int Polls = 10_000;
    private const int Callers = 8;

    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(app =>
    {
        app.UsePathBase("/base");
        app.UseStatute();
        app.MapPost("/reports/{name}", (string name) => new { name }).Asynchronous();
        app.MapGet("/reports/{name}", (string name) => new { name }).Asynchronous(job => job.OnRequest = true);
        app.MapJobs();
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task SaysWhereItsJobIs()
    {
        var accepted = await _app.PostAsync("/reports/a");
        Assert.Equal((202, "Accepted"), (accepted.Status, accepted.Phrase));
        Assert.Equal($"/jobs/{accepted.Id}", accepted["Location"]);
        Assert.Equal(accepted["Location"], accepted["Operation-Location"]);
        Assert.Equal(accepted["Location"], accepted["Content-Location"]);
        Assert.Equal("1", accepted["Retry-After"]);
        Assert.Equal("no-store", accepted["Cache-Control"]);
        Assert.Equal("application/json", accepted["Content-Type"]);
        Assert.Null(accepted["Preference-Applied"]);
        Assert.Null(accepted["Vary"]);
    }

    [Fact]
    public async Task ShowsItsJob()
    {
        var accepted = await _app.PostAsync("/reports/a%20b?all=1");
        var job = accepted.Json;
        Assert.Equal(
            ["id", "status", "operation", "method", "target", "createdAt", "startedAt", "finishedAt", "expiresAt", "attempts",
                "cancelRequestedAt", "links"],
            job.EnumerateObject().Select(member => member.Name).Except(["percentComplete", "result"]));
        Assert.Equal("POST /reports/{name}", job.GetProperty("operation").GetString());
        Assert.Equal("POST", job.GetProperty("method").GetString());
        Assert.Equal("/reports/a%20b?all=1", job.GetProperty("target").GetString());
        Assert.Equal($"/jobs/{accepted.Id}/result", accepted.ResultPlace);
        Assert.Equal($"/jobs/{accepted.Id}/cancel", accepted.CancelPlace);
        Assert.Equal(TimeSpan.Zero, job.GetProperty("createdAt").GetDateTimeOffset().Offset);
    }

    [Fact]
    public async Task IsLedToByReferencesThatNoFieldOfTheRequestMakes()
    {
        var accepted = await _app.PostAsync("/base/reports/a", null, ("Host", "evil.example"));
        Assert.Equal($"/base/jobs/{accepted.Id}", accepted["Location"]);
        Assert.Equal(200, (await _app.GetAsync(accepted["Location"]!)).Status);
    }

    [Fact]
    public async Task EndsAsTheHandlerAnswers()
    {
        var monitor = await _app.RunAsync("/reports/a");
        Assert.Equal("Succeeded", monitor.State);
        var result = await _app.GetAsync(monitor.ResultPlace);
        Assert.Equal((200, "OK", """{"name":"a"}"""), (result.Status, result.Phrase, result.Content));
    }

    [Fact]
    public async Task IsFoundByWhoeverLooksAtOnce()
    {
        var asked = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (Interlocked.Increment(ref asked) <= Polls)
            {
                var accepted = await _app.PostAsync("/reports/a");
                var monitor = await _app.GetAsync(accepted["Location"]!);
                Assert.Equal((202, 200), (accepted.Status, monitor.Status));
            }
        }));
    }

    [Fact]
    public async Task DependsOnThePreferenceWhereItIsGet()
    {
        var now = await _app.GetAsync("/reports/a");
        Assert.Equal((200, "Prefer", """{"name":"a"}"""), (now.Status, now["Vary"], now.Content));
        var later = await _app.GetAsync("/reports/a", ("Prefer", "respond-async"));
        Assert.Equal((202, "Prefer", "respond-async"), (later.Status, later["Vary"], later["Preference-Applied"]));
    }

    [Fact]
    public async Task EndsRightlyForAPollerThatFollowsTheLocationAlone()
    {
        // As clients do that know 202 only: they ask at Location until the code is another one than 202.
        var accepted = await _app.PostAsync("/reports/a");
        var answer = accepted;
        while (answer.Status == 202)
        {
            answer = await _app.GetAsync(accepted["Location"]!);
        }

        Assert.Equal(200, answer.Status);
        Assert.Equal(accepted.Id, answer.Id);
    }

    [Fact]
    public async Task EndsRightlyForAPollerThatFollowsTheOperationLocation()
    {
        // As the Azure clients do: they read the status of a 200 until it is one of the last, and then the result.
        var accepted = await _app.PostAsync("/reports/a");
        JobAnswer monitor;
        do
        {
            monitor = await _app.GetAsync(accepted["Operation-Location"]!);
            Assert.Equal(200, monitor.Status);
        }
        while (monitor.State!.ToLowerInvariant() is not ("succeeded" or "failed" or "canceled"));

        Assert.Equal("Succeeded", monitor.State);
        var result = await _app.GetAsync(monitor.Json.GetProperty("result").GetProperty("href").GetString()!);
        Assert.Equal("""{"name":"a"}""", result.Content);
    }
}
