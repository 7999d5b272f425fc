using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Statute.Jobs.Tests.Http;

/// <summary>The field Idempotency-Key.</summary>
public sealed class KeyOfARequest : IAsyncLifetime
{
    private const string Field = "Idempotency-Key";

    private int _runs;
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(app =>
    {
        app.UseStatute();
        app.MapPost("/notes/{name}", (string name, Note note) =>
        {
            Interlocked.Increment(ref _runs);
            return note;
        }).Asynchronous();
        app.MapPost("/others/{name}", (string name, Note note) => note).Asynchronous();
        app.MapPost("/keyed", (Note note) => note).Asynchronous(job => job.RequiresKey = true);
        app.MapPost("/sometimes", (Note note) => note).Asynchronous(job =>
        {
            job.OnRequest = true;
            job.RequiresKey = true;
        });
        app.MapPost("/secret", (Note note) => note).RequireAuthorization(new AuthorizeAttribute { Roles = "manager" }).Asynchronous();
        app.MapJobs();
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task OfAHundredAtOnceMakesOneJob()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => PostAsync("/notes/a", "1", "\"hundred\"")));
        Assert.All(answers, answer => Assert.Equal(202, answer.Status));
        var id = Assert.Single(answers.Select(answer => answer.Id).Distinct());
        Assert.Equal(99, answers.Count(answer => answer["Idempotent-Replayed"] == "true"));
        var monitor = await _app.EndAsync(answers[0]);
        Assert.Equal((id, "Succeeded"), (monitor.Id, monitor.State));
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task IsStillTheSameJobWhenItHasEnded()
    {
        var first = await PostAsync("/notes/a", "1", "again");
        await _app.EndAsync(first);
        var second = await PostAsync("/notes/a", "1", "again");
        Assert.Equal((202, first.Id, "Succeeded", "true"), (second.Status, second.Id, second.State, second["Idempotent-Replayed"]));
        Assert.Null(first["Idempotent-Replayed"]);
        Assert.Null(second["Retry-After"]);
    }

    [Theory]
    [InlineData("/notes/a", "2")]
    [InlineData("/notes/b", "1")]
    [InlineData("/notes/a?x=1", "1")]
    public async Task OfAnotherRequestIsRefused(string target, string text)
    {
        await PostAsync("/notes/a", "1", "other");
        var refused = await PostAsync(target, text, "other");
        Assert.Equal((422, "key-reused"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task BelongsToTheCallerAndTheOperation()
    {
        var first = await PostAsync("/notes/a", "1", "mine");
        var foreign = await _app.SendAsync(HttpMethod.Post, "/notes/a", Content("1"), "manager", (Field, "mine"));
        var elsewhere = await PostAsync("/others/a", "1", "mine");
        Assert.Equal(3, new[] { first.Id, foreign.Id, elsewhere.Id }.Distinct().Count());
    }

    [Theory]
    [InlineData("\"a b\\\"c\\\\\"", "\"a b\\\"c\\\\\"; v=1")]
    [InlineData("8e03978e-40d5", "\"8e03978e-40d5\"")]
    public async Task IsTheSameHoweverItIsSpelt(string one, string other) =>
        Assert.Equal((await PostAsync("/notes/a", "1", one)).Id, (await PostAsync("/notes/a", "1", other)).Id);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"open")]
    [InlineData("\"a\"b")]
    [InlineData("\"a\\n\"")]
    [InlineData("a, b")]
    [InlineData("a b")]
    [InlineData(null)]
    public async Task ThatCannotBeReadIsRefused(string? key)
    {
        var refused = await PostAsync("/notes/a", "1", key ?? new string('k', 256));
        Assert.Equal((400, "invalid-parameter"), (refused.Status, refused.Problem));
        Assert.Equal(Field, refused.Json.GetProperty("errors")[0].GetProperty("header").GetString());
        Assert.Equal(202, (await PostAsync("/notes/a", "1", $"\"{new string('k', 255)}\"")).Status);
    }

    [Fact]
    public async Task IsMissedWhereItIsRequired()
    {
        var refused = await _app.PostAsync("/keyed", Content("1"));
        Assert.Equal((400, "invalid-parameter"), (refused.Status, refused.Problem));
        Assert.Equal(Field, refused.Json.GetProperty("errors")[0].GetProperty("header").GetString());
        Assert.Equal(202, (await PostAsync("/keyed", "1", "k")).Status);
    }

    [Fact]
    public async Task IsNotMissedWhereNoJobIsMade()
    {
        Assert.Equal(200, (await _app.PostAsync("/sometimes", Content("1"))).Status);
        Assert.Equal(400, (await _app.PostAsync("/sometimes", Content("1"), ("Prefer", "respond-async"))).Status);
    }

    [Theory]
    [InlineData("/notes/a", "{", 400)]
    [InlineData("/notes/a", """{"text":1}""", 422)]
    [InlineData("/secret", """{"text":"1"}""", 403)]
    [InlineData("/nowhere", """{"text":"1"}""", 404)]
    public async Task IsFreeAfterARefusal(string target, string content, int status)
    {
        Assert.Equal(status, (await _app.PostAsync(target, content, (Field, "free"))).Status);
        var accepted = await PostAsync("/notes/a", "another", "free");
        Assert.Equal((202, null), (accepted.Status, accepted["Idempotent-Replayed"]));
    }

    private static string Content(string text) => $$"""{"text":"{{text}}"}""";

    private Task<JobAnswer> PostAsync(string target, string text, string key) => _app.PostAsync(target, Content(text), (Field, key));

    private sealed record Note(string Text);
}
