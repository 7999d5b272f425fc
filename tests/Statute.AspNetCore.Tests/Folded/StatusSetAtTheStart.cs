using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>A callback of Response.OnStarting sets a status when everything else is decided: it leaves by a row all the same.</summary>
public sealed class StatusSetAtTheStart
{
    [Theory]
    [InlineData(418, "words", 400)]
    [InlineData(418, "", 400)]
    [InlineData(206, "", 500)]
    [InlineData(201, "words", 200)]
    [InlineData(302, "", 302)]
    [InlineData(404, "", 404)]
    public async Task Leaves_by_a_row(int status, string content, int row)
    {
        await using var app = await StartAsync(StatuteProfile.Fold);
        foreach (var client in new[] { app.Client, app.Http2Client })
        {
            using var answer = await client.GetAsync($"/{status}?content={content}");
            Assert.Equal(row, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task Is_left_alone_where_the_application_is_only_observed()
    {
        await using var app = await StartAsync(StatuteProfile.Observe);
        using var answer = await app.Client.GetAsync("/418?content=words");
        Assert.Equal(418, (int)answer.StatusCode);
    }

    private static Task<RunningApp> StartAsync(StatuteProfile profile) => RunningApp.StartAsync(
        builder => builder.Services.AddStatute(options => options.Profile = profile),
        app =>
        {
            app.UseStatute();
            app.MapGet("/{status:int}", (HttpContext context, int status, string? content) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.StatusCode = status;
                    return Task.CompletedTask;
                });
                return string.IsNullOrEmpty(content) ? Task.CompletedTask : context.Response.WriteAsync(content);
            });
        });
}
