using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Statute.AspNetCore.Endpoints;

namespace Statute.AspNetCore.Start;

/// <summary>
/// Finds writers of versioned resources whose version nobody tells, since no GET of the same path is versioned: each If-Match is refused
/// there.
/// </summary>
internal static class UntoldVersions
{
    internal static IEnumerable<RouteEndpoint> Among(IReadOnlyCollection<RouteEndpoint> endpoints)
    {
        var told = endpoints.Where(IsReader).Select(endpoint => ShapeOf(endpoint.RoutePattern)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return endpoints.Where(endpoint => IsWriter(endpoint) && !told.Contains(ShapeOf(endpoint.RoutePattern)));
    }

    private static bool IsReader(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<VersionMetadata>() is not null
        && EndpointName.MethodsOf(endpoint) is var methods && (methods.Count == 0 || methods.Contains(HttpMethods.Get));

    /// <summary>Whether the endpoint gives back the resource whose version is told, and writes.</summary>
    private static bool IsWriter(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<VersionMetadata>() is { } versions
        && EndpointName.MethodsOf(endpoint).Any(method => HttpMethods.IsPut(method) || HttpMethods.IsPatch(method))
        && HandlerOf(endpoint) is { } handler
        && Holds(handler.ReturnType, versions.Resource);

    private static MethodInfo? HandlerOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo ?? endpoint.Metadata.GetMetadata<MethodInfo>();

    private static bool Holds(Type type, Type resource) =>
        type == resource || type.GenericTypeArguments.Any(argument => Holds(argument, resource));

    /// <summary>The path without what names and constrains its parameters: <c>/items/{}</c>.</summary>
    private static string ShapeOf(RoutePattern pattern)
    {
        var shape = new StringBuilder();
        foreach (var segment in pattern.PathSegments)
        {
            shape.Append('/');
            foreach (var part in segment.Parts)
            {
                shape.Append(part switch
                {
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    RoutePatternParameterPart { IsCatchAll: true } => "{**}",
                    _ => "{}",
                });
            }
        }

        return shape.ToString();
    }
}
