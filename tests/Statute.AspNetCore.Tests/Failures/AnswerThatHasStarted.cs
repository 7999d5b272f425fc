using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Failures;

/// <summary>Half an answer is on its way when the handler fails: the client must not take it for a whole one.</summary>
public sealed class AnswerThatHasStarted : IAsyncLifetime
{
    private const int Block = 4 * 1024;

    private RunningApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder => builder.Services.AddStatute(),
        app =>
        {
            app.UseStatute();
            app.MapGet("/chunked", (HttpResponse response) => FailAsync(response, null));
            app.MapGet("/declared", (HttpResponse response) => FailAsync(response, 100));
            app.MapGet("/unflushed/{count:int}", (int count, HttpResponse response) => WriteBlocks(response, count));
            app.MapGet("/unflushed-failing/{count:int}", (int count, HttpResponse response) =>
            {
                WriteBlocks(response, count);
                throw new InvalidOperationException(Canary.Mark);
            });
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("chunked")]
    [InlineData("declared")]
    public async Task Ends_in_an_aborted_connection(string path)
    {
        using var connection = _app.Connect();
        await connection.SendAsync($"GET /{path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await Assert.ThrowsAnyAsync<IOException>(async () => await connection.ReadAsync());
    }

    [Theory]
    [InlineData("chunked")]
    [InlineData("declared")]
    public async Task Ends_in_an_aborted_stream_on_HTTP_2(string path) =>
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _app.Http2Client.GetStringAsync(new Uri(_app.Http2, path)));

    /// <summary>What is written and not flushed is kept while it is little; then it counts as sent.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(16, true)]
    [InlineData(100, false)]
    public async Task Begins_when_much_is_written(int count, bool isWhole)
    {
        using var connection = _app.Connect();
        var answer = await connection.AskAsync($"GET /unflushed/{count} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal((200, new string('x', count * Block)), (answer.Status, answer.Body));

        await connection.SendAsync($"GET /unflushed-failing/{count} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        if (isWhole)
        {
            Assert.Equal("/problems/unexpected-error", (await connection.ReadAsync()).Problem("type"));
        }
        else
        {
            await Assert.ThrowsAnyAsync<IOException>(async () => await connection.ReadAsync());
        }
    }

    private static void WriteBlocks(HttpResponse response, int count)
    {
        for (var i = 0; i < count; i++)
        {
            response.BodyWriter.GetSpan(Block)[..Block].Fill((byte)'x');
            response.BodyWriter.Advance(Block);
        }
    }

    private static async Task FailAsync(HttpResponse response, long? length)
    {
        response.ContentLength = length;
        await response.WriteAsync("half");
        await response.Body.FlushAsync();
        throw new InvalidOperationException(Canary.Mark);
    }
}
