using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Statute.AspNetCore.Routing;

/// <summary>
/// A question of a browser to CORS, not to the operation (Fetch, 4.8). Whoever places CORS answers it; where nobody does, it is
/// OPTIONS like any other.
/// </summary>
internal static class Preflight
{
    /// <summary>The method that a preflight asks about, or null where the request is none.</summary>
    internal static string? MethodOf(HttpRequest request) =>
        request.Method == HttpMethods.Options && request.Headers.Origin.Count > 0
            && request.Headers.AccessControlRequestMethod is [{ Length: > 0 } method, ..]
            ? method
            : null;

    /// <summary>Whether routing chose this endpoint for the method that a preflight asks about: it does not serve OPTIONS.</summary>
    internal static bool Chose(Endpoint endpoint, HttpRequest request) =>
        MethodOf(request) is not null
            && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 } served
            && !served.HttpMethods.Contains(HttpMethods.Options, StringComparer.OrdinalIgnoreCase);
}
