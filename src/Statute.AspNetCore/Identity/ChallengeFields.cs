using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Statute.AspNetCore.Endpoints;

namespace Statute.AspNetCore.Identity;

/// <summary>
/// Sees to it that a 401 never leaves without a challenge (RFC 9110, 11.6.1): many schemes, and every handler that answers 401 by
/// itself, send none.
/// </summary>
internal sealed class ChallengeFields(
    IAuthenticationSchemeProvider schemes, IAuthorizationPolicyProvider policies, IOptions<StatuteOptions> options, IHostEnvironment host)
{
    internal async Task CompleteAsync(HttpContext context)
    {
        // Cookie authentication names its login page even where it answers 401.
        context.Response.Headers.Remove(HeaderNames.Location);
        if (context.Response.Headers.WWWAuthenticate.Count == 0)
        {
            var realm = Realm.Parameter(options.Value.Realm ?? Realm.Default(host.ApplicationName));
            var named = await SchemesOfAsync(context.GetEndpoint());
            context.Response.Headers.WWWAuthenticate = named.Select(scheme => $"{ToToken(scheme)} {realm}").ToArray();
        }
    }

    /// <summary>The schemes that the policies of the endpoint name, as authorization combines them, or else the default.</summary>
    private async Task<IReadOnlyList<string>> SchemesOfAsync(Endpoint? selected)
    {
        if ((selected is OwnEndpoint own ? own.Route : selected) is { } endpoint)
        {
            var policy = await AuthorizationPolicy.CombineAsync(
                policies, endpoint.Metadata.OfType<IAuthorizeData>(), endpoint.Metadata.OfType<AuthorizationPolicy>());
            if (policy is { AuthenticationSchemes.Count: > 0 })
            {
                return policy.AuthenticationSchemes;
            }
        }

        return [(await schemes.GetDefaultChallengeSchemeAsync())?.Name ?? "Unknown"];
    }

    /// <summary>A scheme's name in ASP.NET may hold anything; in the field it is a token.</summary>
    private static string ToToken(string name) =>
        string.Create(name.Length, name, static (token, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                token[i] = char.IsAsciiLetterOrDigit(from[i]) ? from[i] : '-';
            }
        });
}
