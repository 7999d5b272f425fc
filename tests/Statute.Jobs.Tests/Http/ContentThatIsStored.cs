using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.Jobs.Tests.Http;

/// <summary>The content of an asynchronous request: kept whole, whatever it is, up to a limit.</summary>
public sealed class ContentThatIsStored : IAsyncLifetime
{
    private const int Limit = 10_000;

    private JobsApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await JobsApp.StartAsync(
        app =>
        {
            app.UseStatute();
            app.MapPost("/digest", async (HttpRequest request) =>
                $"{request.ContentType} {Convert.ToHexString(await SHA256.HashDataAsync(request.Body))}").Asynchronous();
            app.MapPost("/json", (Dictionary<string, string> content) => content).Asynchronous();
            app.MapPost("/sync", (Dictionary<string, string> content) => content);
            app.MapJobs();
        },
        options: jobs => jobs.MaxStoredContent = Limit);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Limit)]
    public async Task IsWhatTheHandlerReads(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        foreach (var isChunked in new[] { false, true })
        {
            using var request = Request("/digest", content, isChunked);
            using var sent = await _app.App.Client.SendAsync(request);
            var accepted = await JobAnswer.ReadAsync(sent);
            Assert.Equal(202, accepted.Status);
            var monitor = await _app.EndAsync(accepted, caller: null);
            var result = await _app.ResultAsync(monitor);
            Assert.Equal($"application/octet-stream {Convert.ToHexString(SHA256.HashData(content))}", result.Content);
        }
    }

    [Theory]
    [InlineData("/digest")]
    [InlineData("/json")]
    public async Task IsRefusedByItsDeclaredLengthBeforeItIsRead(string target)
    {
        using var connection = _app.App.Connect();
        var refused = await connection.AskAsync(
            $"POST {target} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Limit + 1}\r\n"
            + "Expect: 100-continue\r\n\r\n");
        Assert.Equal((413, "content-length-over-limit"), (refused.Status, refused.Problem("type")?.Split('/')[^1]));
        Assert.Contains($"{Limit}", refused.Problem("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsRefusedWhenReadingShowsThatItIsTooLong()
    {
        using var request = Request("/digest", new byte[Limit + 1], isChunked: true);
        using var sent = await _app.App.Client.SendAsync(request);
        var refused = await JobAnswer.ReadAsync(sent);
        Assert.Equal((413, "content-over-limit"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task IsStillScannedWhereItIsJson()
    {
        var refused = await _app.PostAsync("/json", """{"a":"1","a":"2"}""");
        Assert.Equal((400, "malformed-content"), (refused.Status, refused.Problem));
        var monitor = await _app.RunAsync("/json", """{"a":"1"}""");
        Assert.Equal("""{"a":"1"}""", (await _app.ResultAsync(monitor)).Content);
    }

    [Fact]
    public async Task OfOthersIsNotLimitedByIt()
    {
        var content = $$"""{"a":"{{new string('x', Limit)}}"}""";
        Assert.Equal((200, content), (await _app.PostAsync("/sync", content)) is var answer ? (answer.Status, answer.Content) : default);
    }

    private static HttpRequestMessage Request(string target, byte[] content, bool isChunked)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.TransferEncodingChunked = isChunked;
        return request;
    }
}
