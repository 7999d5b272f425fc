using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Declarations;

/// <summary>Whether callers of an endpoint need to be known, and whether a known one may be denied.</summary>
internal sealed class IdentityNeeds(IOptions<AuthorizationOptions> options)
{
    internal (bool Known, bool Allowed) Of(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return default;
        }

        var data = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        var policies = endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>();
        var requirements = endpoint.Metadata.GetOrderedMetadata<IAuthorizationRequirementData>();
        if (data.Count + policies.Count + requirements.Count == 0)
        {
            return options.Value.FallbackPolicy is { } fallback ? (true, MayDeny(fallback)) : default;
        }

        var isNamed = data.Any(d => !string.IsNullOrEmpty(d.Roles) || !string.IsNullOrEmpty(d.Policy));
        var byDefault = data.Any(d => string.IsNullOrEmpty(d.Policy)) && MayDeny(options.Value.DefaultPolicy);
        return (true, isNamed || byDefault || requirements.Count > 0 || policies.Any(MayDeny));
    }

    private static bool MayDeny(AuthorizationPolicy policy) =>
        policy.Requirements.Any(requirement => requirement is not DenyAnonymousAuthorizationRequirement);
}
