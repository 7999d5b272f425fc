using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Answers;

/// <summary>An endpoint takes whatever nobody else takes.</summary>
public sealed class FallbackOfTheApplication
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Does_not_hide_the_pages_of_the_problem_types(bool isCatchAll)
    {
        await using var app = await RunningApp.StartAsync(builder => builder.Services.AddStatute(), app =>
        {
            app.UseStatute();
            _ = isCatchAll ? app.MapGet("/{**path}", () => "fallback") : app.MapFallback(() => "fallback");
        });
        Assert.Contains("<h1>404 Not Found</h1>", await app.Client.GetStringAsync(new Uri("/problems/not-found", UriKind.Relative)));
        Assert.Equal("fallback", await app.Client.GetStringAsync(new Uri("/problems/no-such-problem", UriKind.Relative)));
        Assert.Equal("fallback", await app.Client.GetStringAsync(new Uri("/elsewhere", UriKind.Relative)));
    }
}
