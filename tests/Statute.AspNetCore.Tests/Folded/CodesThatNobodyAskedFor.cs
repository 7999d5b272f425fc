using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>A field that asks for nothing lets no code pass: sent empty, with a method that it means nothing for, or for a protocol
/// that the handler does not switch to.</summary>
public sealed class CodesThatNobodyAskedFor
{
    [Theory]
    [InlineData("GET", 206, "Range: bytes=0-1", 206)]
    [InlineData("GET", 206, "Range: ", 500)]
    [InlineData("POST", 206, "Range: nonsense", 500)]
    [InlineData("GET", 226, "A-IM: feed", 226)]
    [InlineData("GET", 226, "A-IM: ", 500)]
    [InlineData("POST", 226, "A-IM: feed", 500)]
    [InlineData("GET", 304, "If-None-Match: \"1\"", 304)]
    [InlineData("GET", 304, "If-None-Match: ", 500)]
    [InlineData("GET", 304, "If-Modified-Since: ", 500)]
    [InlineData("GET", 101, "Upgrade: h2c\r\nConnection: Upgrade", 500)]
    [InlineData("GET", 101, "Upgrade: websocket\r\nConnection: Upgrade", 500)]
    public async Task Are_failures(string method, int status, string field, int row)
    {
        await using var app = await StartAsync();
        using var connection = app.Connect();
        var answer = await connection.AskAsync(
            $"{method} /{status} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n{field}\r\n\r\n");
        Assert.Equal(row, answer.Status);
    }

    [Theory]
    [InlineData(201, "HTTP/1.1 200 OK")]
    [InlineData(204, "HTTP/1.1 200 OK")]
    [InlineData(200, "HTTP/1.1 200 Own")]
    public async Task Lose_the_phrase_that_the_application_gave_them(int status, string line)
    {
        await using var app = await StartAsync();
        using var connection = app.Connect();
        var answer = await connection.AskAsync($"GET /phrase/{status} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(line, answer.StatusLine);
    }

    private static Task<RunningApp> StartAsync() => RunningApp.StartAsync(
        builder => builder.Services.AddStatute(),
        app =>
        {
            app.UseStatute();
            app.MapMethods("/{status:int}", ["GET", "POST"], (HttpContext context, int status) =>
            {
                context.Response.StatusCode = status;
            });
            app.MapGet("/phrase/{status:int}", (HttpContext context, int status) =>
            {
                context.Response.StatusCode = status;
                context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = "Own";
            });
        });
}
