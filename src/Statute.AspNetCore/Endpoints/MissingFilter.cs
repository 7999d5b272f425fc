using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Answers;

namespace Statute.AspNetCore.Endpoints;

/// <summary>Null from a handler means that what the path names is not there. Handlers that cannot return it are run as they are.</summary>
internal static class MissingFilter
{
    internal static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next) =>
        NullReturn.Of(context.MethodInfo.ReturnParameter) != NullabilityState.NotNull && !IsObserved(context.ApplicationServices)
            ? invocation => RunAsync(invocation, next)
            : next;

    private static async ValueTask<object?> RunAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var result = await next(invocation);
        // An action's null is for MVC's own filters to see first, and for ours there.
        return result is null && invocation.HttpContext.Features.Get<Exchange>() is { IsLeftAlone: false }
            && invocation.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ActionDescriptor>() is null
            ? TypedResults.NotFound()
            : result;
    }

    private static bool IsObserved(IServiceProvider services) =>
        services.GetRequiredService<IOptions<StatuteOptions>>().Value.Profile == StatuteProfile.Observe;
}
