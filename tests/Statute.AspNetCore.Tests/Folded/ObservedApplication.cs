using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>An application that is only observed answers byte for byte as without Statute; what is outside is in the log.</summary>
public sealed class ObservedApplication
{
    private const string Requests = """
        GET /things
        HEAD /things
        OPTIONS /things
        DELETE /things
        FOO /things
        GET /nowhere
        GET /problems/not-found
        GET /null
        GET /status/201
        GET /status/204
        GET /status/206
        GET /status/304
        GET /status/404
        GET /status/410
        GET /status/418
        GET /status/429
        GET /status/500
        GET /status/503
        GET /number/x
        GET /problem
        GET /fails
        GET /secret
        POST /things {"name":
        POST /things {"name":1}
        POST /things null
        POST /things {"name":"b"}
        POST /observed {"name":
        POST /observed {}
        PUT /observed {}
        GET /observed/nothing
        GET /things|Expect: teapot
        GET /things|Range: bytes=0-1
        """;

    public static TheoryData<string> Lines => [.. Requests.Split('\n')];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Answers_as_without_Statute(string line)
    {
        await using var without = await StartAsync(withStatute: false);
        await using var observed = await StartAsync(withStatute: true);
        Assert.Equal(await AskAsync(without, line), await AskAsync(observed, line));
    }

    [Fact]
    public async Task Has_what_is_outside_the_table_in_its_log()
    {
        await using var app = await StartAsync(withStatute: true);
        await AskAsync(app, "GET /status/410");
        await AskAsync(app, "GET /things");
        var record = Assert.Single(app.Log.Records, record => record.Text.StartsWith("Observed", StringComparison.Ordinal));
        Assert.Equal("Observed GET /status/410: 410 is outside the table; row 404 would take it.", record.Text);
    }

    [Fact]
    public async Task Takes_what_it_took_and_limits_what_is_held()
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(options =>
            {
                options.Profile = StatuteProfile.Observe;
                options.MaxContentLength = 4;
            }),
            app =>
            {
                app.UseStatute();
                app.MapPost("/free", (Thing thing) => thing);
                app.MapGroup("/held").WithProfile(StatuteProfile.Fold).MapPost("", (Thing thing) => thing);
            });
        Assert.StartsWith("HTTP/1.1 200", await AskAsync(app, """POST /free {"name":"b"}"""));
        Assert.StartsWith("HTTP/1.1 413", await AskAsync(app, """POST /held {"name":"b"}"""));
    }

    [Fact]
    public async Task May_have_a_group_that_is_held_and_a_held_one_a_group_that_is_observed()
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(options => options.Profile = StatuteProfile.Observe),
            app =>
            {
                app.UseStatute();
                app.MapGet("/free", () => TypedResults.StatusCode(410));
                app.MapGroup("/held").WithProfile(StatuteProfile.Fold).MapGet("", () => TypedResults.StatusCode(410));
            });
        Assert.StartsWith("HTTP/1.1 410", await AskAsync(app, "GET /free"));
        Assert.StartsWith("HTTP/1.1 404", await AskAsync(app, "GET /held"));
        await using var held = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute();
                app.MapGet("/held", () => TypedResults.StatusCode(410));
                app.MapGroup("/free").WithProfile(StatuteProfile.Observe).MapGet("", () => TypedResults.StatusCode(410));
            });
        Assert.StartsWith("HTTP/1.1 410", await AskAsync(held, "GET /free"));
        Assert.StartsWith("HTTP/1.1 404", await AskAsync(held, "GET /held"));
    }

    private static Task<RunningApp> StartAsync(bool withStatute) => RunningApp.StartAsync(
        builder =>
        {
            if (withStatute)
            {
                builder.Services.AddStatute(options => options.Profile = StatuteProfile.Observe);
            }

            builder.Services.AddControllers().AddApplicationPart(typeof(ObservedController).Assembly);
            builder.Services.AddAuthorization();
            builder.Services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
        },
        app =>
        {
            if (withStatute)
            {
                app.UseStatute();
            }

            var things = app.MapGroup("");
            things.MapGet("/things", () => new[] { "bolt" });
            things.MapPost("/things", (Thing thing) => thing);
            things.MapGet("/null", string? () => null);
            things.MapGet("/status/{code}", (int code) => TypedResults.StatusCode(code));
            things.MapGet("/number/{number}", (int number) => number);
            things.MapGet("/problem", () => TypedResults.Problem("It is gone.", statusCode: 410));
            things.MapGet("/fails", int () => throw new InvalidOperationException("It fails."));
            things.MapGet("/secret", () => "secret").RequireAuthorization();
            if (withStatute)
            {
                things.Held();
            }

            app.MapControllers();
        });

    private static async Task<string> AskAsync(RunningApp app, string line)
    {
        var (request, field) = line.Split('|') is [var first, var second] ? (first, $"{second}\r\n") : (line, "");
        var cells = request.Split(' ', 3);
        var content = cells.Length == 3 ? cells[2] : "";
        using var connection = app.Connect();
        var answer = await connection.AskAsync(
            $"{cells[0]} {cells[1]} HTTP/1.1\r\nHost: localhost\r\n{field}Content-Type: application/json\r\n"
            + $"Content-Length: {content.Length}\r\n\r\n{content}");
        var fields = answer.Fields.Where(f => f.Key != "Date").Select(f => $"{f.Key}: {f.Value}");
        return WithoutTrace($"{answer.StatusLine}\n{string.Join('\n', fields)}\n{answer.Body}");
    }

    /// <summary>The id of a trace differs from request to request.</summary>
    private static string WithoutTrace(string answer)
    {
        var at = answer.IndexOf("\"traceId\"", StringComparison.Ordinal);
        return at < 0 ? answer : answer[..at];
    }

    private sealed record Thing(string Name);
}

/// <summary>A controller that says what .NET says.</summary>
[ApiController]
[Route("observed")]
public sealed class ObservedController : ControllerBase
{
    [HttpGet("nothing")]
    public object? Nothing() => null;

    [HttpPost]
    public ExistingBody Take(ExistingBody body) => body;
}

/// <summary>What the controller takes.</summary>
public sealed record ExistingBody(string Name);
