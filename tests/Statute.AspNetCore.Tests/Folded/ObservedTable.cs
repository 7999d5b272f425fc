using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>An application is observed by a table with rows of its own: no phrase changes, and what would pass is not told of.</summary>
public sealed class ObservedTable
{
    [Theory]
    [InlineData("GET /201", "HTTP/1.1 201 Created")]
    [InlineData("GET /alone", "HTTP/1.1 418 I'm a teapot")]
    public async Task Changes_no_phrase(string request, string line)
    {
        await using var app = await StartAsync();
        using var connection = app.Connect();
        var answer = await connection.AskAsync($"{request} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(line, answer.StatusLine);
    }

    [Fact]
    public async Task Tells_of_nothing_that_would_pass()
    {
        await using var app = await StartAsync();
        using var connection = app.Connect();
        await connection.AskAsync("GET /alone HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await connection.AskAsync(
            "OPTIONS /201 HTTP/1.1\r\nHost: localhost\r\nOrigin: https://shop.example\r\nAccess-Control-Request-Method: GET\r\n\r\n");
        await connection.AskAsync("GET /410 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        // What is observed is noted when the answer has ended, so that the last one is waited for.
        await Until.TrueAsync(() => app.Log.Records.Any(record => record.Text.StartsWith("Observed GET /410", StringComparison.Ordinal)));
        Assert.Single(app.Log.Records, record => record.Text.StartsWith("Observed", StringComparison.Ordinal));
    }

    private static Task<RunningApp> StartAsync() => RunningApp.StartAsync(
        builder => builder.Services.AddCors().AddStatute(options =>
        {
            options.Profile = StatuteProfile.Observe;
            options.Table = options.Table.Add(201, "Made It");
        }),
        app =>
        {
            app.UseStatute();
            app.UseCors(policy => policy.AllowAnyOrigin());
            app.MapGet("/{status:int}", (int status) => Results.StatusCode(status));
            app.MapGet("/alone", () => Results.StatusCode(418)).DisableStatute();
        });
}
