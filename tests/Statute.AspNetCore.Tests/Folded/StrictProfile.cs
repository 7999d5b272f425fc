using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>What the client may ask for passes under fold, and is not heard under strict.</summary>
public sealed class StrictProfile
{
    [Theory]
    [InlineData(StatuteProfile.Fold, "Range: bytes=0-1", 206, "ab")]
    [InlineData(StatuteProfile.Strict, "Range: bytes=0-1", 200, "abcdef")]
    [InlineData(StatuteProfile.Fold, "If-None-Match: \"1\"", 304, "")]
    [InlineData(StatuteProfile.Strict, "If-None-Match: \"1\"", 200, "abcdef")]
    [InlineData(StatuteProfile.Fold, "Range: bytes=9-10", 400, null)]
    [InlineData(StatuteProfile.Strict, "Range: bytes=9-10", 200, "abcdef")]
    public async Task Answers_whole_what_fold_answers_as_it_is_asked(StatuteProfile profile, string field, int status, string? content)
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(options => options.Profile = profile),
            app =>
            {
                app.UseStatute();
                app.MapGet("/file", () => TypedResults.Bytes(
                    "abcdef"u8.ToArray(), "text/plain", enableRangeProcessing: true, entityTag: new EntityTagHeaderValue("\"1\"")));
            });
        using var connection = app.Connect();
        var answer = await connection.AskAsync($"GET /file HTTP/1.1\r\nHost: localhost\r\n{field}\r\n\r\n");
        Assert.Equal(status, answer.Status);
        if (content is not null)
        {
            Assert.Equal(content, answer.Body);
        }
    }

    [Fact]
    public async Task Leaves_writers_their_conditions()
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(options => options.Profile = StatuteProfile.Strict),
            app =>
            {
                app.UseStatute();
                app.MapPut("/file", (HttpRequest request) => request.Headers.IfNoneMatch.ToString());
            });
        using var connection = app.Connect();
        var answer = await connection.AskAsync("PUT /file HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal("*", answer.Body);
    }
}
