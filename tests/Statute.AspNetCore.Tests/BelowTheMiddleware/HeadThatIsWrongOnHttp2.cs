using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.BelowTheMiddleware;

/// <summary>The same over HTTP/2, as far as a client can be brought to send it.</summary>
public sealed class HeadThatIsWrongOnHttp2 : IAsyncLifetime
{
    private RunningApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder => builder.Services.AddStatute(),
        app =>
        {
            app.UseStatute();
            app.MapGet("/", () => "here");
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Is_answered_as_documented()
    {
        string[] actual =
        [
            await AskAsync("a target of 8,193 characters", $"/{new string('a', 8192)}", _ => { }),
            await AskAsync("101 fields", "/", request => AddFields(request, 101)),
            await AskAsync("fields of 33,000 characters", "/", request => request.Headers.Add("X-Long", new string('a', 33_000))),
            await AskAsync("an unknown method", "/", request => request.Method = new HttpMethod("FOO")),
            await AskAsync("a target of 70,000 characters", $"/{new string('a', 69_999)}", _ => { }),
            await AskAsync("1,500 fields", "/", request => AddFields(request, 1500)),
            await AskAsync("fields of 140,000 characters", "/", request => request.Headers.Add("X-Long", new string('a', 140_000))),
        ];
        Assert.Equal(BelowTheMiddlewarePage.Rows("HTTP/2"), actual);
    }

    private async Task<string> AskAsync(string name, string path, Action<HttpRequestMessage> spoil)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Version = new Version(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        spoil(request);
        try
        {
            using var answer = await _app.Http2Client.SendAsync(request);
            var by = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? "the table" : "Kestrel alone";
            return $"{name} | {(int)answer.StatusCode} | {by}";
        }
        catch (HttpRequestException)
        {
            return $"{name} | none | Kestrel alone";
        }
    }

    private static void AddFields(HttpRequestMessage request, int count)
    {
        for (var i = 0; i < count; i++)
        {
            request.Headers.Add($"X-Own-{i}", "1");
        }
    }
}
