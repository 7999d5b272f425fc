using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Statute.Adoption.Wire;

/// <summary>Sees which endpoint a request was led to, by the name that the start report has for it: <c>GET /items/{id}</c>.</summary>
internal sealed class EndpointWatch : IStartupFilter
{
    /// <summary>The endpoint of the last request; null where it was led to none.</summary>
    internal string? Last { get; set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            await rest(context);
            var failed = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
            Last = (failed ?? context.GetEndpoint()) is RouteEndpoint endpoint ? NameOf(endpoint) : null;
        });
        next(app);
    };

    internal static string NameOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        return $"{(methods.Count == 0 ? "*" : string.Join(',', methods))} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";
    }
}
