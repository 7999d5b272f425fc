using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Statute.Judging;

namespace Statute.AspNetCore.Endpoints;

/// <summary>What Statute has to know of one endpoint, compiled once.</summary>
internal sealed class EndpointRules
{
    internal EndpointRules(Endpoint endpoint, AcceptedContent accepted, StatuteOptions options)
    {
        IsHeld = Decide(endpoint);
        IsWithdrawn = endpoint.Metadata.GetMetadata<WithdrawnAttribute>() is not null;
        IsNotBuilt = endpoint.Metadata.GetMetadata<NotBuiltAttribute>() is not null;
        IsFallback = endpoint is RouteEndpoint { Order: int.MaxValue }
            or RouteEndpoint { RoutePattern.PathSegments: [{ Parts: [RoutePatternParameterPart { IsCatchAll: true }] }] };
        SizeLimit = endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
        Accepts = accepted.TypesOf(endpoint);
        Endpoint = IsHeld && endpoint.RequestDelegate is { } handler
            ? WithHeadStage(endpoint, new HeadStage(handler, Accepts, accepted.Codings, options).InvokeAsync)
            : endpoint;
    }

    internal bool IsHeld { get; }

    internal bool IsWithdrawn { get; }

    internal bool IsNotBuilt { get; }

    /// <summary>Whether the endpoint takes whatever nobody else takes: <c>MapFallback</c>, or a path that is one catch-all.</summary>
    internal bool IsFallback { get; }

    /// <summary>The size limit that the endpoint declares, or null.</summary>
    internal IRequestSizeLimitMetadata? SizeLimit { get; }

    internal MediaTypeSet Accepts { get; }

    /// <summary>The endpoint as it is run: the same in all but its delegate, which judges the head of the content first.</summary>
    internal Endpoint Endpoint { get; }

    private static bool Decide(Endpoint endpoint)
    {
        for (var i = endpoint.Metadata.Count - 1; i >= 0; i--)
        {
            switch (endpoint.Metadata[i])
            {
                case HeldAttribute:
                    return true;
                case DisableStatuteAttribute:
                    return false;
            }
        }

        return !Recognitions.SpeaksOwnProtocol(endpoint);
    }

    private static Endpoint WithHeadStage(Endpoint endpoint, RequestDelegate stage) => endpoint is RouteEndpoint route
        ? new RouteEndpoint(stage, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
        : new Endpoint(stage, endpoint.Metadata, endpoint.DisplayName);
}
