using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Folded;

/// <summary>A caller is asked to come back later, and the row's own words would tell it not to.</summary>
public sealed class AnswerThatInvitesARepeat
{
    [Fact]
    public async Task Does_not_contradict_a_delay_that_is_named()
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute(),
            app =>
            {
                app.UseStatute();
                app.MapGet("/busy", () => Results.StatusCode(429));
            });
        using var answer = await app.Client.GetAsync("/busy");
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.DoesNotContain("\"detail\"", await answer.Content.ReadAsStringAsync());
    }
}
