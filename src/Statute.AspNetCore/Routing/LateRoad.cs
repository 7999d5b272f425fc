using Microsoft.AspNetCore.Http;
using Statute.AspNetCore.Endpoints;

namespace Statute.AspNetCore.Routing;

/// <summary>
/// The road of a request that routing has answered by itself where we had not looked: behind a change of the path, or in a branch. Its
/// endpoint takes the place of routing's own; when it is run, the path is looked up, judged, and the caller asked for credentials.
/// </summary>
internal sealed class LateRoad
{
    private RequestDelegate? _road;

    public LateRoad() => Endpoint = new OwnEndpoint(context => _road!(context), null, "Late road");

    internal OwnEndpoint Endpoint { get; }

    /// <summary>Places the road: what stands at its end runs the endpoint that was found.</summary>
    internal void Place(RequestDelegate road) => _road = road;
}
