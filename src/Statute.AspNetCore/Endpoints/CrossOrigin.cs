using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Statute.AspNetCore.Endpoints;

/// <summary>
/// Lets a page of another origin read what an endpoint of ours answers, wherever the application placed UseCors: behind us, its
/// middleware sees our endpoint with the route's policy; before us it saw none, and the policy is applied here.
/// </summary>
internal static class CrossOrigin
{
    private static readonly object NotApplied = new();

    /// <summary>Called when an endpoint was put in the place of another. True where it has a policy.</summary>
    internal static bool Expect(HttpContext context, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ICorsMetadata>() is null)
        {
            return false;
        }

        context.Items[Recognitions.CorsItem] = NotApplied;
        return true;
    }

    internal static async Task AnswerAsync(HttpContext context, Endpoint? route, RequestDelegate answer)
    {
        if (route is not null && context.Request.Headers.Origin.Count > 0 && context.Items.TryGetValue(Recognitions.CorsItem, out var by)
            && by == NotApplied)
        {
            await ApplyAsync(context, route);
        }

        await answer(context);
    }

    private static async Task ApplyAsync(HttpContext context, Endpoint route)
    {
        var service = context.RequestServices.GetService<ICorsService>();
        if (service is not null && await PolicyOfAsync(context, route) is { } policy)
        {
            service.ApplyResult(service.EvaluatePolicy(context, policy), context.Response);
        }
    }

    private static async ValueTask<CorsPolicy?> PolicyOfAsync(HttpContext context, Endpoint route)
    {
        switch (route.Metadata.GetMetadata<ICorsMetadata>())
        {
            case ICorsPolicyMetadata metadata:
                return metadata.Policy;
            case IEnableCorsAttribute attribute:
                var provider = context.RequestServices.GetRequiredService<ICorsPolicyProvider>();
                return await provider.GetPolicyAsync(context, attribute.PolicyName);
            default:
                return null;
        }
    }
}
