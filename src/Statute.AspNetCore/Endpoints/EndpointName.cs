using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Statute.AspNetCore.Endpoints;

/// <summary>What an endpoint is called where people read it: its methods and its path, such as <c>POST /items</c>.</summary>
internal static class EndpointName
{
    internal static string Of(RouteEndpoint endpoint) => Of(MethodsOf(endpoint), PathOf(endpoint));

    internal static string Of(IReadOnlyCollection<string> methods, string path) =>
        $"{(methods.Count == 0 ? "*" : string.Join(',', methods))} {path}";

    /// <summary>The methods; none where it takes any.</summary>
    internal static IReadOnlyList<string> MethodsOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    /// <summary>The path as it was mapped, with one slash in front.</summary>
    internal static string PathOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.TrimStart('~', '/')}";
}
