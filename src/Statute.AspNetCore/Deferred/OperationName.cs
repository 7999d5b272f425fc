using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Statute.AspNetCore.Deferred;

/// <summary>The name of an operation that outlives the process: method and route pattern, such as <c>PUT /items/{sku}</c>.</summary>
internal static class OperationName
{
    internal static string Of(HttpContext context) =>
        $"{context.Request.Method} /{(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/')}";
}
