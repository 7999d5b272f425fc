using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Statute.AspNetCore;

namespace Statute.Jobs.Tests.Http;

/// <summary>The field Prefer (RFC 7240).</summary>
public sealed class PreferencesOfARequest : IAsyncLifetime
{
    private readonly Door _door = new();
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(app =>
    {
        app.UseStatute();
        app.MapPost("/always", (HttpContext context) =>
        {
            context.Response.Headers.ETag = "\"7\"";
            return Results.Text($"prefers '{context.Request.Headers["Prefer"]}'");
        }).Asynchronous();
        app.MapPost("/refused", () => new Refusal(403, "No.", "no")).Asynchronous();
        app.MapPost("/slow", async (CancellationToken cancel) => await _door.PassAsync(cancel)).Asynchronous();
        app.MapPost("/asked", () => "done").Asynchronous(job => job.OnRequest = true);
        app.MapJobs();
    });

    public ValueTask DisposeAsync()
    {
        _door.Open();
        return _app.DisposeAsync();
    }

    [Theory]
    [InlineData("respond-async", 202)]
    [InlineData("Respond-Async; x=\"a,b\" , wait=0", 202)]
    [InlineData("return=minimal, handling=\"lenient, respond-async\"", 200)]
    [InlineData("respond-sync", 200)]
    [InlineData("wait=5", 200)]
    [InlineData(";;,,=\"", 200)]
    public async Task DecideWhereTheOperationLeavesItToTheCaller(string preference, int status)
    {
        var answer = await _app.PostAsync("/asked", null, ("Prefer", preference));
        Assert.Equal((status, status == 202 ? "respond-async" : null), (answer.Status, answer["Preference-Applied"]));
    }

    [Fact]
    public async Task AreNotForTheHandler()
    {
        var answer = await _app.PostAsync("/always", null, ("Prefer", "wait=20, respond-async"));
        Assert.Equal((200, "prefers ''", "\"7\""), (answer.Status, answer.Content, answer["ETag"]));
        Assert.Null(answer["Location"]);
    }

    [Fact]
    public async Task AreMetWithARefusalToo()
    {
        var answer = await _app.PostAsync("/refused", null, ("Prefer", "wait=20"));
        Assert.Equal((403, "Forbidden", "no"), (answer.Status, answer.Phrase, answer.Problem));
    }

    [Fact]
    public async Task AreMetWithTheJobWhereItTakesLonger()
    {
        var watch = Stopwatch.StartNew();
        var answer = await _app.PostAsync("/slow", null, ("Prefer", "wait=1"));
        Assert.Equal(202, answer.Status);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task AreMetWithTheSameJobAndItsResultWhereTheKeyIs()
    {
        var first = await _app.RunAsync("/always", null, ("Idempotency-Key", "k"));
        var second = await _app.PostAsync("/always", null, ("Idempotency-Key", "k"), ("Prefer", "wait=20"));
        Assert.Equal((200, "true"), (second.Status, second["Idempotent-Replayed"]));
        var jobs = (await _app.GetAsync("/jobs")).Json.GetProperty("jobs");
        Assert.Equal([first.Id], jobs.EnumerateArray().Select(job => job.GetProperty("id").GetString()));
    }
}
