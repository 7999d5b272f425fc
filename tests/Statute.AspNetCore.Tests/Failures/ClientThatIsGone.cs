using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Failures;

/// <summary>A client that hangs up is no failure of the service.</summary>
public sealed class ClientThatIsGone
{
    [Theory]
    [InlineData("/waiting", "GET", "")]
    [InlineData("/blocked", "GET", "")]
    [InlineData("/wrapped", "GET", "")]
    [InlineData("/reading", "POST", "Content-Type: text/plain\r\nContent-Length: 1000\r\n")]
    [InlineData("/reading", "POST", "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n")]
    [InlineData("/bound", "POST", "Content-Type: application/json\r\nContent-Length: 1000\r\n")]
    [InlineData("/bound", "POST", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")]
    public async Task Is_no_error_in_the_log(string path, string method, string framing)
    {
        await using var app = await RunningApp.StartAsync(builder => builder.Services.AddStatute(), Map);
        using (var connection = app.Connect())
        {
            await connection.SendAsync($"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{framing}\r\n");
            await Until.TrueAsync(() => HasLogged(app, "Request starting"));
            connection.Reset();
        }

        await Until.TrueAsync(() => HasLogged(app, "Request finished"));
        Assert.DoesNotContain(app.Log.Records, record => record.Level >= LogLevel.Error);
        Assert.DoesNotContain(app.Log.Records, record => record.Text.Contains("unexpected-error", StringComparison.Ordinal));
    }

    private static bool HasLogged(RunningApp app, string text) =>
        app.Log.Records.Any(record => record.Text.StartsWith(text, StringComparison.Ordinal));

    private static void Map(WebApplication app)
    {
        app.UseStatute();
        app.MapGet("/waiting", (CancellationToken gone) => Task.Delay(Timeout.Infinite, gone));
        app.MapGet(
            "/blocked",
            async (CancellationToken gone) => await Task.Run(() => Task.Delay(Timeout.Infinite, gone).Wait(), CancellationToken.None));
        app.MapGet("/wrapped", async (CancellationToken gone) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, gone);
            }
            catch (OperationCanceledException e)
            {
                throw new InvalidOperationException("The query has failed.", e);
            }
        });
        app.MapPost("/reading", async (Stream content) => await content.CopyToAsync(Stream.Null));
        app.MapPost("/bound", (string[] words) => words.Length);
    }
}
