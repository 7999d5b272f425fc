using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Answers;

/// <summary>What counts is the status with which the answer ends, or with which its first bytes leave.</summary>
public sealed class StatusChangedOnTheWay
{
    [Theory]
    [InlineData("/better/10", 200, 20)]
    [InlineData("/better/70000", 400, -1)]
    [InlineData("/late", 409, -1)]
    [InlineData("/asked-early", 409, -1)]
    [InlineData("/asked-then-better", 200, 6)]
    public async Task Is_the_one_that_is_answered(string path, int status, int length)
    {
        await using var app = await RunningApp.StartAsync(builder => builder.Services.AddStatute(), Map);
        using var connection = app.Connect();
        var answer = await connection.AskAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(status, answer.Status);
        if (length < 0)
        {
            Assert.Equal($"{status}", answer.Problem("status"));
        }
        else
        {
            Assert.Equal(new string('x', length), answer.Body);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Keeps_the_words_that_compression_has_coded(string coding)
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute().AddResponseCompression(options => options.EnableForHttps = true),
            app =>
            {
                app.UseStatute();
                app.UseResponseCompression();
                app.MapGet("/own", () => Results.Json(new { number = 17, filler = new string('x', 5000) }, statusCode: 409));
                app.MapGet("/fine", () => Results.Json(new { number = 17, filler = new string('x', 5000) }));
            });
        using var connection = app.Connect();
        var fine = await connection.AskAsync($"GET /fine HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {coding}\r\n\r\n");
        Assert.Equal((200, coding), (fine.Status, fine["Content-Encoding"]));
        var answer = await connection.AskAsync($"GET /own HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {coding}\r\n\r\n");
        Assert.Equal((409, null, "17"), (answer.Status, answer["Content-Encoding"], answer.Problem("number")));
    }

    private static void Map(WebApplication app)
    {
        app.UseStatute();
        app.MapGet("/better/{length:int}", async (int length, HttpResponse response) =>
        {
            response.StatusCode = 400;
            await response.WriteAsync(new string('x', length));
            response.StatusCode = 200;
            await response.WriteAsync(new string('x', length));
        });
        app.MapGet("/late", async (HttpResponse response) =>
        {
            response.StatusCode = 400;
            await response.WriteAsync("x");
            response.StatusCode = 409;
        });
        app.MapGet("/asked-early", async (HttpResponse response) =>
        {
            var memory = response.BodyWriter.GetMemory(16);
            response.StatusCode = 409;
            memory.Span[..3].Fill((byte)'x');
            response.BodyWriter.Advance(3);
            await response.BodyWriter.FlushAsync();
        });
        app.MapGet("/asked-then-better", (HttpResponse response) =>
        {
            response.StatusCode = 400;
            Fill(response);
            var memory = response.BodyWriter.GetMemory(16);
            response.StatusCode = 200;
            memory.Span[..3].Fill((byte)'x');
            response.BodyWriter.Advance(3);
        });
    }

    private static void Fill(HttpResponse response)
    {
        response.BodyWriter.GetSpan(16)[..3].Fill((byte)'x');
        response.BodyWriter.Advance(3);
    }
}
