using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Deferred;

/// <summary>
/// A request as it comes to UseStatute. What stands behind may change it, and changes it again where the request runs a second time from
/// there.
/// </summary>
internal readonly record struct RequestLine(string Method, PathString PathBase, PathString Path, QueryString Query)
{
    internal static RequestLine Of(HttpRequest request) => new(request.Method, request.PathBase, request.Path, request.QueryString);
}
