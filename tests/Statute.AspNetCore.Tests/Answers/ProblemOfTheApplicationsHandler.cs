using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Answers;

/// <summary>UseExceptionHandler makes a problem of an exception, and ours takes its place.</summary>
public sealed class ProblemOfTheApplicationsHandler
{
    [Fact]
    public async Task Has_what_CustomizeProblemDetails_adds()
    {
        await using var app = await RunningApp.StartAsync(
            builder => builder.Services.AddStatute().AddProblemDetails(problems =>
                problems.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["service"] = "shop"),
            app =>
            {
                app.UseStatute();
                app.UseExceptionHandler();
                app.MapGet("/fails", string () => throw new InvalidOperationException("secret"));
            });
        using var answer = await app.Client.GetAsync("/fails");
        var content = await answer.Content.ReadAsStringAsync();
        Assert.Equal(500, (int)answer.StatusCode);
        Assert.Contains("\"service\":\"shop\"", content);
        Assert.Contains("\"traceId\":", content);
        Assert.DoesNotContain("secret", content);
    }
}
