using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;

namespace Statute.AspNetCore.Endpoints;

/// <summary>Handlers that return null where there is nothing.</summary>
internal static class NullHandlers
{
    /// <summary>An action that may return null by its declaration. MVC answers that with 204.</summary>
    internal static bool ContainAction(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { MethodInfo: var action }
        && NullReturn.Of(action.ReturnParameter) == NullabilityState.Nullable;

    /// <summary>A minimal handler that may: by its declaration, or likely so where a path names it.</summary>
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
