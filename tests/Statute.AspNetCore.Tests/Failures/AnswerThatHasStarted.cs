using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Failures;

/// <summary>Half an answer is on its way when the handler fails: the client must not take it for a whole one.</summary>
public sealed class AnswerThatHasStarted : IAsyncLifetime
{
    private RunningApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await RunningApp.StartAsync(
        builder => builder.Services.AddStatute(),
        app =>
        {
            app.UseStatute();
            app.MapGet("/chunked", (HttpResponse response) => FailAsync(response, null));
            app.MapGet("/declared", (HttpResponse response) => FailAsync(response, 100));
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

    private static async Task FailAsync(HttpResponse response, long? length)
    {
        response.ContentLength = length;
        await response.WriteAsync("half");
        await response.Body.FlushAsync();
        throw new InvalidOperationException("The other half cannot be made.");
    }
}
