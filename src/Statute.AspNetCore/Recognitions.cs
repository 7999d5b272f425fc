using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Statute.AspNetCore;

/// <summary>
/// What is known of others by name only. Each of these has a test against the real thing that fails when the name changes.
/// </summary>
internal static partial class Recognitions
{
    /// <summary>Where UseRouting keeps the route builder that it uses.</summary>
    internal const string RouteBuilderProperty = "__EndpointRouteBuilder";

    /// <summary>Where WebApplication keeps the route builder that every UseRouting shall use.</summary>
    internal const string GlobalRouteBuilderProperty = "__GlobalEndpointRouteBuilder";

    /// <summary>What UseAuthentication leaves behind, so that WebApplication does not place it again.</summary>
    internal const string AuthenticationProperty = "__AuthenticationMiddlewareSet";

    /// <summary>What UseAuthorization leaves behind, so that WebApplication does not place it again.</summary>
    internal const string AuthorizationProperty = "__AuthorizationMiddlewareSet";

    /// <summary>What the CORS middleware leaves behind for the endpoint middleware, which fails a request without it.</summary>
    internal const string CorsItem = "__CorsMiddlewareWithEndpointInvoked";

    /// <summary>What the antiforgery middleware leaves behind for the endpoint middleware, which fails a form without it.</summary>
    internal const string AntiforgeryItem = "__AntiforgeryMiddlewareWithEndpointInvoked";

    /// <summary>Where Kestrel keeps the Content-Length of a request that was framed in two ways.</summary>
    private const string KeptLength = "X-Content-Length";

    /// <summary>Routing's own answer where the path is served, but not for the method.</summary>
    internal static bool IsRoutingsMethodNotAllowed(Endpoint endpoint) =>
        endpoint is { DisplayName: "405 HTTP Method Not Supported", Metadata.Count: 0 };

    /// <summary>Routing's own answer where the media type fits no endpoint.</summary>
    internal static bool IsRoutingsUnsupportedMediaType(Endpoint endpoint) =>
        endpoint is { DisplayName: "415 HTTP Unsupported Media Type", Metadata.Count: 0 };

    /// <summary>
    /// What an endpoint is that speaks a protocol of its own, so that the table does not apply unless it is asked for; null for others.
    /// </summary>
    internal static string? ProtocolOf(Endpoint endpoint)
    {
        if (endpoint.RequestDelegate?.Target is HealthCheckMiddleware)
        {
            return "health check";
        }

        if (endpoint.Metadata.GetMetadata<HubMetadata>() is not null || endpoint.Metadata.GetMetadata<NegotiateMetadata>() is not null)
        {
            return "SignalR hub";
        }

        return endpoint.Metadata.Any(m => m.GetType().FullName == "Grpc.AspNetCore.Server.GrpcMethodMetadata") ? "gRPC" : null;
    }

    /// <summary>Routing's complaint that several endpoints fit equally well; the type is internal.</summary>
    internal static bool IsAmbiguousMatch(Exception exception) =>
        exception.GetType().FullName == "Microsoft.AspNetCore.Routing.Matching.AmbiguousMatchException";

    /// <summary>
    /// Kestrel takes Content-Length away where Transfer-Encoding is present too, and keeps it as the last field under another name. A
    /// client that sends a field of that name itself as its last cannot be told from it.
    /// </summary>
    internal static bool WasFramedTwice(IHeaderDictionary headers) =>
        headers.TransferEncoding.Count > 0 && headers.ContainsKey(KeptLength) && headers.Last().Key == KeptLength;

    /// <summary>A fault of the request that Kestrel itself has found; the exception is of a type of its own, which is obsolete.</summary>
    internal static bool IsOfServer(BadHttpRequestException exception) => exception.GetType() != typeof(BadHttpRequestException);

    /// <summary>The filter that answers 400 by itself where a controller's model state is invalid; its factory is internal.</summary>
    internal static bool RefusesInvalidModelState(object filter) =>
        filter.GetType().FullName == "Microsoft.AspNetCore.Mvc.Infrastructure.ModelStateInvalidFilterFactory";
}
