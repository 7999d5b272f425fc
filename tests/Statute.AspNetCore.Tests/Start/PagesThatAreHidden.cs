using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Start;

/// <summary>An endpoint of the application that takes the paths of the problem pages comes first, and the start says so.</summary>
public sealed class PagesThatAreHidden
{
    [Theory]
    [InlineData("/{tenant}/{resource}", true)]
    [InlineData("/problems/{name}", true)]
    [InlineData("/{*path}", false)]
    [InlineData("/{tenant:int}/{resource}", false)]
    [InlineData("/{tenant:wary}/{resource}", false)]
    [InlineData("/things", false)]
    public async Task Are_told_of_at_start(string pattern, bool areHidden)
    {
        await using var app = await RunningApp.StartAsync(
            builder =>
            {
                builder.Services.AddStatute();
                builder.Services.AddRouting(options => options.ConstraintMap["wary"] = typeof(WaryConstraint));
            },
            app =>
            {
                app.UseStatute();
                app.MapGet(pattern, () => "mine");
            });
        Assert.Equal(areHidden, app.Log.Records.Any(record => record.Level == LogLevel.Warning
            && record.Text.Contains("/problems/not-found") && record.Text.Contains(pattern) && record.Text.Contains("ProblemPath")));
    }

    /// <summary>Takes a request for granted.</summary>
    private sealed class WaryConstraint : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            httpContext!.Connection.RemoteIpAddress!.Equals(httpContext.Connection.LocalIpAddress);
    }
}
