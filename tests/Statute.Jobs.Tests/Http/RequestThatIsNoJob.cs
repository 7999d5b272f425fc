using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore;

namespace Statute.Jobs.Tests.Http;

/// <summary>A request that asks for no job, where the operation leaves it to the caller, is as any other.</summary>
public sealed class RequestThatIsNoJob
{
    [Theory]
    [InlineData(null, 200)]
    [InlineData("respond-async", 413)]
    public async Task IsNotLimitedByWhatIsStored(string? preference, int status)
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = new ByteArrayContent(new byte[100_000]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.TryAddWithoutValidation("Prefer", preference);
        using var answer = await app.App.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task IsReadByItsHandlerAsItComes()
    {
        await using var app = await StartAsync();
        using var connection = app.App.Connect();
        var answer = await connection.AskAsync(
            "POST /first HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: 50000\r\n\r\nx");
        Assert.Equal((200, "x"), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task RunsAtOnceAtAPathThatIsLeftAlone()
    {
        await using var app = await JobsApp.StartAsync(
            app =>
            {
                app.UseStatute();
                app.MapPost("/{tenant}/orders", (string tenant) => tenant).Asynchronous();
                app.MapJobs();
            },
            builder => builder.Services.Configure<StatuteOptions>(options => options.Except.Add("/acme")));
        Assert.Equal((200, "acme"), Told(await app.PostAsync("/acme/orders")));
        Assert.Equal(202, (await app.PostAsync("/other/orders")).Status);
    }

    private static (int, string) Told(JobAnswer answer) => (answer.Status, answer.Content);

    private static Task<JobsApp> StartAsync() => JobsApp.StartAsync(
        app =>
        {
            app.UseStatute();
            app.MapPost("/upload", (HttpRequest request) => request.Body.CopyToAsync(Stream.Null))
                .Asynchronous(job => job.OnRequest = true);
            app.MapPost("/first", async (HttpRequest request) =>
            {
                var buffer = new byte[1];
                await request.Body.ReadExactlyAsync(buffer);
                return $"{(char)buffer[0]}";
            }).Asynchronous(job => job.OnRequest = true);
            app.MapJobs();
        },
        options: jobs => jobs.MaxStoredContent = 10_000);
}
