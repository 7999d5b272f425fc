using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore;

namespace Statute.Jobs.Tests.Http;

/// <summary>The answer of a job, as if its request had been synchronous.</summary>
public sealed class ResultOfAJob : IAsyncLifetime
{
    private readonly Door _door = new();
    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(app =>
    {
        app.UseStatute();
        app.MapPost("/text", (HttpContext context) =>
        {
            context.Response.Headers["X-Tenant"] = "north";
            context.Response.Headers.SetCookie = "session=1";
            context.Response.Headers.AccessControlAllowOrigin = "https://a.example";
            context.Response.Headers.Date = "Thu, 01 Jan 1970 00:00:00 GMT";
            context.Response.Headers.Connection = "X-Hop";
            context.Response.Headers["X-Hop"] = "1";
            context.Response.Headers.CacheControl = "public, max-age=600";
            return Results.Text("<b>é</b>", "text/html");
        }).Asynchronous();
        app.MapPost("/large", () => new Refusal(413, "It is too large.")).Asynchronous();
        app.MapPost("/empty", () => { }).Asynchronous();
        app.MapPost("/endless", async (HttpContext context) =>
        {
            while (true)
            {
                await context.Response.WriteAsync(new string('x', 10_000));
            }
        }).Asynchronous();
        app.MapPost("/big", () => Results.Text(new string('x', 200_000))).Asynchronous();
        app.MapPost("/aborted", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("half");
            context.Abort();
        }).Asynchronous();
        app.MapPost("/half", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            throw new InvalidOperationException("The handler fails.");
        }).Asynchronous();
        app.MapMethods("/read", ["GET", "HEAD"], () => "read").Asynchronous();
        app.MapPost("/slow", () => _door.PassAsync()).Asynchronous();
        app.MapJobs();
    }, options: jobs => jobs.MaxStoredAnswer = 100_000);

    public ValueTask DisposeAsync()
    {
        _door.Open();
        return _app.DisposeAsync();
    }

    [Fact]
    public async Task HasTheFieldsAndTheContentOfTheAnswer()
    {
        var monitor = await _app.RunAsync("/text");
        var result = await _app.GetAsync(monitor.ResultPlace);
        Assert.Equal((200, "<b>é</b>", "text/html"), (result.Status, result.Content, result["Content-Type"]));
        Assert.Equal("north", result["X-Tenant"]);
    }

    [Fact]
    public async Task HasNothingThatBelongsToAnotherAnswer()
    {
        var monitor = await _app.RunAsync("/text");
        var result = await _app.GetAsync(monitor.ResultPlace);
        Assert.Equal((null, null, null), (result["Set-Cookie"], result["Connection"], result["X-Hop"]));
        Assert.Null(result["Access-Control-Allow-Origin"]);
        Assert.NotEqual("Thu, 01 Jan 1970 00:00:00 GMT", result["Date"]);
        Assert.Equal(("no-store", "nosniff"), (result["Cache-Control"], result["X-Content-Type-Options"]));
    }

    [Fact]
    public async Task IsTheRefusalThatWasMadeThen()
    {
        var monitor = await _app.RunAsync("/large");
        var first = await _app.GetAsync(monitor.ResultPlace);
        var second = await _app.GetAsync(monitor.ResultPlace);
        Assert.Equal((413, "Request Entity Too Large"), (first.Status, first.Phrase));
        Assert.Equal("application/problem+json", first["Content-Type"]);
        Assert.Equal(first.Content, second.Content);
        Assert.Single(_app.App.Log.Records, record => record.Text.StartsWith("Refused", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/text")]
    [InlineData("/large")]
    [InlineData("/empty")]
    public async Task HasNoContentForHead(string target)
    {
        var monitor = await _app.RunAsync(target);
        var whole = await _app.GetAsync(monitor.ResultPlace);
        using var connection = _app.App.Connect();
        var head = await connection.AskAsync(
            $"HEAD {monitor.ResultPlace} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Test clerk\r\n\r\n");
        Assert.Equal((whole.Status, whole["Content-Length"]), (head.Status, head["Content-Length"]));
        var next = await connection.AskAsync($"GET {monitor.ResultPlace} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Test clerk\r\n\r\n");
        Assert.Equal(whole.Status, next.Status);
    }

    [Theory]
    [InlineData("GET", "read")]
    [InlineData("HEAD", "")]
    public async Task OfARequestThatReadsIsWhatThatRequestGets(string method, string content)
    {
        var accepted = await _app.SendAsync(new HttpMethod(method), "/read");
        Assert.Equal(202, accepted.Status);
        var monitor = await _app.SendAsync(HttpMethod.Get, accepted["Location"]!, fields: ("Prefer", "wait=20"));
        Assert.Equal("Succeeded", monitor.State);
        Assert.Equal((200, content), await ResultAsync(monitor));
    }

    [Theory]
    [InlineData("/endless")]
    [InlineData("/aborted")]
    [InlineData("/half")]
    public async Task ThatIsNotWholeIsAFailure(string target)
    {
        var monitor = await _app.RunAsync(target);
        var result = await _app.GetAsync(monitor.ResultPlace);
        Assert.Equal(("Failed", 500, "unexpected-error"), (monitor.State, result.Status, result.Problem));
        Assert.DoesNotContain("half", result.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/endless")]
    [InlineData("/big")]
    public async Task ThatIsTooLargeIsToldInTheLogByTheIncidentThatTheCallerHas(string target)
    {
        var monitor = await _app.RunAsync(target);
        var incident = monitor.Json.GetProperty("error").GetProperty("instance").GetString()!;
        var told = Assert.Single(_app.App.Log.Records, record => record.Text.Contains(incident, StringComparison.Ordinal));
        Assert.Contains("MaxStoredAnswer", told.Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThatIsNotThereYetIsAnotherAcceptance()
    {
        var accepted = await _app.PostAsync("/slow");
        var result = await _app.GetAsync(accepted.ResultPlace);
        Assert.Equal((202, accepted["Location"]), (result.Status, result["Location"]));
        Assert.NotNull(result["Retry-After"]);
    }

    [Fact]
    public async Task IsTheRefusalAlsoWhereNoContentIsDropped()
    {
        await using var app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/refused", () => new Refusal(409, "No.", "no")).Asynchronous();
                app.MapJobs();
            },
            builder => builder.Services.Configure<StatuteOptions>(options => options.DrainLength = 0));
        var monitor = await app.RunAsync("/refused", "{}");
        Assert.Equal(409, (await app.ResultAsync(monitor)).Status);
    }

    private async Task<(int Status, string Content)> ResultAsync(JobAnswer monitor)
    {
        var result = await _app.GetAsync(monitor.ResultPlace);
        return (result.Status, result.Content);
    }
}
