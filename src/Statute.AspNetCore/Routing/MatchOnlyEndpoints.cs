using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Statute.AspNetCore.Routing;

/// <summary>
/// The application's endpoints, fit to be asked for without being run: routing itself runs an endpoint that is marked to short-circuit,
/// and a question must not.
/// </summary>
internal sealed class MatchOnlyEndpoints(EndpointDataSource endpoints) : EndpointDataSource
{
    public override IReadOnlyList<Endpoint> Endpoints => [.. endpoints.Endpoints.Select(Twin)];

    public override IChangeToken GetChangeToken() => endpoints.GetChangeToken();

    /// <summary>The application's endpoint that a match stands for, or null where routing answered by itself.</summary>
    internal static Endpoint? OriginalOf(Endpoint match) => match.Metadata.GetMetadata<Original>()?.Endpoint;

    private static Endpoint Twin(Endpoint endpoint)
    {
        var metadata = new EndpointMetadataCollection([.. endpoint.Metadata, new Original(endpoint)]);
        return endpoint is RouteEndpoint route
            ? new RouteEndpoint(_ => Task.CompletedTask, route.RoutePattern, route.Order, metadata, route.DisplayName)
            : new Endpoint(_ => Task.CompletedTask, metadata, endpoint.DisplayName);
    }

    private sealed record Original(Endpoint Endpoint);
}
