using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Statute.Judging;

namespace Statute.AspNetCore.Endpoints;

/// <summary>What Statute has to know of one endpoint, compiled once.</summary>
internal sealed class EndpointRules
{
    internal EndpointRules(Endpoint endpoint, EndpointStages stages)
    {
        Profile = endpoint.Metadata.GetMetadata<StatuteProfileAttribute>()?.Profile ?? stages.Profile;
        Exclusion = ExclusionOf(endpoint);
        IsHeld = Profile != StatuteProfile.Observe && Exclusion is null;
        KeepsBody = endpoint.Metadata.GetMetadata<KeepBodyAttribute>() is not null;
        IsWithdrawn = endpoint.Metadata.GetMetadata<WithdrawnAttribute>() is not null;
        IsNotBuilt = endpoint.Metadata.GetMetadata<NotBuiltAttribute>() is not null;
        IsFallback = endpoint is RouteEndpoint { Order: int.MaxValue }
            or RouteEndpoint { RoutePattern.PathSegments: [{ Parts: [RoutePatternParameterPart { IsCatchAll: true }] }] };
        MayHaveNoContent = stages.MayHaveNoContent(endpoint);
        SizeLimit = endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
        Accepts = stages.TypesOf(endpoint);
        Endpoint = endpoint;
        if (IsHeld && endpoint.RequestDelegate is not null)
        {
            Content = stages.ContentOf(endpoint);
            Endpoint = Wrapped(endpoint, stages.Before(endpoint, Accepts, Content));
        }
    }

    internal StatuteProfile Profile { get; }

    /// <summary>Why the endpoint is left alone whatever the profile, in a word or two; null where it is not.</summary>
    internal string? Exclusion { get; }

    internal bool IsHeld { get; }

    /// <summary>Whether error bodies of the application's own stay as they are.</summary>
    internal bool KeepsBody { get; }

    internal bool IsWithdrawn { get; }

    internal bool IsNotBuilt { get; }

    /// <summary>Whether the endpoint takes whatever nobody else takes: <c>MapFallback</c>, or a path that is one catch-all.</summary>
    internal bool IsFallback { get; }

    /// <summary>Whether it declares 204, and the table has that row: what it has nothing to say of is there.</summary>
    internal bool MayHaveNoContent { get; }

    /// <summary>The size limit that the endpoint declares, or null.</summary>
    internal IRequestSizeLimitMetadata? SizeLimit { get; }

    internal MediaTypeSet Accepts { get; }

    /// <summary>What of the content is bound; null where the endpoint is left alone.</summary>
    internal ContentRules? Content { get; }

    /// <summary>The endpoint as it is run: the same in all but its delegate, which begins with our stages.</summary>
    internal Endpoint Endpoint { get; }

    private static string? ExclusionOf(Endpoint endpoint)
    {
        for (var i = endpoint.Metadata.Count - 1; i >= 0; i--)
        {
            switch (endpoint.Metadata[i])
            {
                case HeldAttribute:
                    return null;
                case DisableStatuteAttribute:
                    return "disabled";
            }
        }

        return Recognitions.ProtocolOf(endpoint);
    }

    private static Endpoint Wrapped(Endpoint endpoint, RequestDelegate stage) => endpoint is RouteEndpoint route
        ? new RouteEndpoint(stage, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
        : new Endpoint(stage, endpoint.Metadata, endpoint.DisplayName);
}
