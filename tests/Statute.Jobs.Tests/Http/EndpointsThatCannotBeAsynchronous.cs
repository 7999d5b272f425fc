using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Statute.Jobs.Tests.Http;

/// <summary>What a group makes asynchronous that cannot be stops the start.</summary>
public sealed class EndpointsThatCannotBeAsynchronous
{
    [Fact]
    public async Task AreThePlacesOfJobs() => await FailsAsync(
        app => app.MapGroup("/api").Asynchronous().MapJobs(),
        "Jobs are mapped within an asynchronous group");

    [Fact]
    public async Task AreThoseOfOtherMakers() => await FailsAsync(
        app =>
        {
            app.MapJobs();
            var group = app.MapGroup("/api");
            group.Asynchronous();
            ((IEndpointRouteBuilder)group).DataSources.Add(new DefaultEndpointDataSource(new RouteEndpoint(
                context => context.Response.WriteAsync("now"),
                RoutePatternFactory.Parse("/made"),
                0,
                new EndpointMetadataCollection(new HttpMethodMetadata(["POST"])),
                "Made elsewhere")));
        },
        "Made elsewhere is asynchronous, and neither a minimal API nor an action of a controller");

    private static async Task FailsAsync(Action<WebApplication> map, string said)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => JobsApp.StartAsync(app =>
        {
            app.UseStatute();
            map(app);
        }));
        Assert.StartsWith(said, fault.Message, StringComparison.Ordinal);
    }
}
