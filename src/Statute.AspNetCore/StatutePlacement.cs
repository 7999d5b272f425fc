using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Statute.AspNetCore.Deferred;

namespace Statute.AspNetCore;

/// <summary>Whether UseStatute was called, and where.</summary>
internal sealed class StatutePlacement
{
    /// <summary>Where the pipeline on which UseStatute was called says so: what stands in a branch does not show outside of it.</summary>
    private const string Property = "__Statute";

    private IApplicationBuilder? _application;

    internal bool IsPlaced => _application is not null;

    /// <summary>The way in for requests that were accepted before; null until the pipeline is built.</summary>
    internal DeferredEntry? Deferred { get; set; }

    /// <summary>
    /// What the application itself maps, and not a branch of it. Asked late: where the application calls UseRouting, it does so behind us.
    /// </summary>
    internal IEnumerable<EndpointDataSource> DataSources => Routes?.DataSources ?? [];

    private IEndpointRouteBuilder? Routes => _application as IEndpointRouteBuilder
        ?? (_application?.Properties.TryGetValue(Recognitions.RouteBuilderProperty, out var routes) == true
            ? routes as IEndpointRouteBuilder
            : null);

    /// <summary>Whether the application calls UseRouting itself, behind us; elsewhere routing stands in front of us.</summary>
    internal bool PlacesRouting => _application?.Properties.ContainsKey(Recognitions.RouteBuilderProperty) == true;

    /// <summary>Whether the application calls UseAuthentication itself, behind us; it writes over what stands there.</summary>
    internal bool PlacesAuthentication => _application?.Properties[Recognitions.AuthenticationProperty] != this;

    /// <summary>Whether the application calls UseAuthorization itself, behind us.</summary>
    internal bool PlacesAuthorization => _application?.Properties[Recognitions.AuthorizationProperty] != this;

    internal void Place(IApplicationBuilder application)
    {
        _application = application;
        application.Properties[Property] = this;
    }

    /// <summary>Whether UseStatute was called on the application itself, and not in a branch.</summary>
    /// <param name="host">The host's pipeline, when the application's has been built into it.</param>
    internal static bool IsIn(IApplicationBuilder host) => host.Properties.ContainsKey(Property);
}
