using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Endpoints;

namespace Statute.AspNetCore.Routing;

/// <summary>
/// Answers for routing where a request names no media type and several endpoints are told apart by it alone: ASP.NET would fail it as a
/// fault of the application. Only paths with such endpoints are looked at.
/// </summary>
internal sealed class ToldApartByTypePolicy(EndpointRulesCache rules) : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Behind all others, which may leave only one.</summary>
    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Count(NamesTypes) > 1;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        if (string.IsNullOrEmpty(httpContext.Request.ContentType)
            && httpContext.Features.Get<Exchange>() is not null
            && AreToldApart(candidates))
        {
            httpContext.SetEndpoint(RoutingsAnswer.TypeMissing);
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether the best candidates are several, each names its types, and none is left alone.</summary>
    private bool AreToldApart(CandidateSet candidates)
    {
        int? best = null;
        var count = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i))
            {
                continue;
            }

            ref var candidate = ref candidates[i];
            best ??= candidate.Score;
            if (candidate.Score != best)
            {
                break;
            }

            if (!NamesTypes(candidate.Endpoint) || !IsHeld(candidate.Endpoint))
            {
                return false;
            }

            count++;
        }

        return count > 1;
    }

    private bool IsHeld(Endpoint endpoint) => rules.Of(MatchOnlyEndpoints.OriginalOf(endpoint) ?? endpoint).IsHeld;

    private static bool NamesTypes(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes.Count: > 0 };
}
