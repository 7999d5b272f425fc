using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Answers;

/// <summary>A handler has ended, and something that it began still writes to its answer.</summary>
public sealed class LateWriter
{
    [Theory]
    [InlineData("stream", 200)]
    [InlineData("writer", 200)]
    [InlineData("stream", 409)]
    [InlineData("writer", 409)]
    [InlineData("memory", 409)]
    public async Task Reaches_nobody_elses_answer(string how, int status)
    {
        var othersTurn = new TaskCompletionSource();
        var attempt = new TaskCompletionSource<Exception?>();
        await using var app = await RunningApp.StartAsync(builder => builder.Services.AddStatute(), app =>
        {
            app.UseStatute();
            app.MapGet("/late", (HttpResponse response) =>
            {
                response.StatusCode = status;
                _ = WriteLateAsync(response, how, othersTurn.Task, attempt);
                return Task.CompletedTask;
            });
            app.MapGet("/other", async (HttpResponse response) =>
            {
                var early = response.BodyWriter.GetMemory(16);
                othersTurn.SetResult();
                await attempt.Task;
                Encoding.ASCII.GetBytes("own").CopyTo(early);
                response.BodyWriter.Advance(3);
                await response.BodyWriter.FlushAsync();
            });
        });
        using var first = app.Connect();
        using var second = app.Connect();
        Assert.Equal(status, (await first.AskAsync("GET /late HTTP/1.1\r\nHost: localhost\r\n\r\n")).Status);
        var other = await second.AskAsync("GET /other HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal((200, "own"), (other.Status, other.Body));
        if (how != "memory")
        {
            Assert.IsType<ObjectDisposedException>(await attempt.Task);
        }
    }

    private static async Task WriteLateAsync(HttpResponse response, string how, Task turn, TaskCompletionSource<Exception?> attempt)
    {
        var (stream, writer) = (response.Body, response.BodyWriter);
        var memory = Memory<byte>.Empty;
        if (how == "memory")
        {
            await stream.WriteAsync("x"u8.ToArray());
            memory = writer.GetMemory(16);
        }

        try
        {
            await turn;
            switch (how)
            {
                case "stream":
                    await stream.WriteAsync("LATE"u8.ToArray());
                    break;
                case "writer":
                    await writer.WriteAsync("LATE"u8.ToArray());
                    break;
                default:
                    memory.Span.Fill((byte)'L');
                    break;
            }

            attempt.SetResult(null);
        }
        catch (Exception e)
        {
            attempt.SetResult(e);
        }
    }
}
