using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Statute.AspNetCore.Endpoints;

/// <summary>The version that a resource has now, before it is written.</summary>
internal static class CurrentVersion
{
    /// <summary>Asks the GET of the same path, in a scope of its own: what the writer has read and changed must not be seen.</summary>
    internal static async Task<string?> TagOfAsync(HttpContext context)
    {
        if (GetOf(context) is not { RequestDelegate: { } get } endpoint)
        {
            return null;
        }

        await using var scope = context.RequestServices.CreateAsyncScope();
        var asked = context.Request;
        var question = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            User = context.User,
            RequestAborted = context.RequestAborted,
        };
        question.Request.Method = HttpMethods.Get;
        question.Request.Scheme = asked.Scheme;
        question.Request.Host = asked.Host;
        question.Request.PathBase = asked.PathBase;
        question.Request.Path = asked.Path;
        question.Request.QueryString = asked.QueryString;
        question.Request.RouteValues = new RouteValueDictionary(asked.RouteValues);
        question.SetEndpoint(endpoint);
        await get(question);
        var tag = question.Response.Headers[HeaderNames.ETag].ToString();
        return tag.Length > 0 ? tag : null;
    }

    private static Endpoint? GetOf(HttpContext context)
    {
        var path = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        foreach (var endpoint in context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            if (endpoint is RouteEndpoint route
                && route.RoutePattern.RawText == path
                && route.Metadata.GetMetadata<VersionMetadata>() is not null
                && route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            {
                return route;
            }
        }

        return null;
    }
}
