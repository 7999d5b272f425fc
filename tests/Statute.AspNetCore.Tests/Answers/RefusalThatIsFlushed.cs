using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Answers;

/// <summary>A handler refuses, flushes, and goes on for long: the client has the refusal at once.</summary>
public sealed class RefusalThatIsFlushed
{
    private readonly TaskCompletionSource _isAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData("/events", 503)]
    [InlineData("/flushed", 404)]
    [InlineData("/large", 404)]
    [InlineData("/file", 404)]
    public async Task Reaches_the_client_while_the_handler_runs(string path, int status)
    {
        await using var app = await StartAsync();
        using var connection = app.Connect();
        var answer = await connection.AskAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        _isAnswered.SetResult();
        Assert.Equal((status, "application/problem+json"), (answer.Status, answer["Content-Type"]));
        answer = await connection.AskAsync("GET /json HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task Keeps_the_members_of_JSON_that_is_flushed_in_parts()
    {
        _isAnswered.SetResult();
        await using var app = await StartAsync();
        Assert.Contains("\"second\":2", await (await app.Client.GetAsync("/json")).Content.ReadAsStringAsync());
    }

    private Task<RunningApp> StartAsync() => RunningApp.StartAsync(
        builder => builder.Services.AddStatute(),
        app =>
        {
            app.UseStatute();
            app.MapGet("/events", async (HttpContext c) =>
            {
                c.Response.StatusCode = 503;
                c.Response.ContentType = "text/event-stream";
                await c.Response.WriteAsync("data: x\n\n");
                await c.Response.Body.FlushAsync();
                await _isAnswered.Task;
                await c.Response.WriteAsync("data: y\n\n");
            });
            app.MapGet("/flushed", async (HttpContext c) =>
            {
                c.Response.StatusCode = 404;
                await c.Response.Body.FlushAsync();
                await _isAnswered.Task;
            });
            app.MapGet("/large", async (HttpContext c) =>
            {
                c.Response.StatusCode = 404;
                c.Response.ContentType = "application/json";
                await c.Response.Body.WriteAsync(new byte[200_000]);
                await _isAnswered.Task;
            });
            app.MapGet("/file", async (HttpContext c) =>
            {
                c.Response.StatusCode = 404;
                await c.Response.SendFileAsync(typeof(RefusalThatIsFlushed).Assembly.Location);
                await _isAnswered.Task;
            });
            app.MapGet("/json", async (HttpContext c) =>
            {
                c.Response.StatusCode = 404;
                c.Response.ContentType = "application/json";
                await c.Response.WriteAsync("{\"first\":1,");
                await c.Response.Body.FlushAsync();
                await c.Response.WriteAsync("\"second\":2}");
            });
        });
}
