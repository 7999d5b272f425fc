using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Statute.AspNetCore.Endpoints;

/// <summary>Minimal handlers that return null where there is nothing: by their declaration, or likely so where a path names it.</summary>
internal static class NullHandlers
{
    internal static bool Contain(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<MethodInfo>() is { } handler
        && endpoint.Metadata.GetMetadata<ActionDescriptor>() is null
        && NullReturn.Of(handler.ReturnParameter) switch
        {
            NullabilityState.Nullable => true,
            NullabilityState.Unknown => endpoint.RoutePattern.Parameters.Count > 0,
            NullabilityState.NotNull => false,
        };
}
