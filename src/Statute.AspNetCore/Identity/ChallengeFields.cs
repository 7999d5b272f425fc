using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Statute.AspNetCore.Identity;

/// <summary>
/// Sees to it that a 401 never leaves without a challenge (RFC 9110, 11.6.1): many schemes, and every handler that answers 401 by
/// itself, send none.
/// </summary>
internal sealed class ChallengeFields(IAuthenticationSchemeProvider schemes, IOptions<StatuteOptions> options, IHostEnvironment host)
{
    internal async Task CompleteAsync(HttpContext context)
    {
        // Cookie authentication names its login page even where it answers 401.
        context.Response.Headers.Remove(HeaderNames.Location);
        if (context.Response.Headers.WWWAuthenticate.Count == 0)
        {
            var scheme = SchemeOf(context.GetEndpoint()) ?? (await schemes.GetDefaultChallengeSchemeAsync())?.Name ?? "Unknown";
            var realm = options.Value.Realm ?? Realm.Default(host.ApplicationName);
            context.Response.Headers.WWWAuthenticate = $"{ToToken(scheme)} {Realm.Parameter(realm)}";
        }
    }

    private static string? SchemeOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<IAuthorizeData>()?.AuthenticationSchemes?.Split(',')[0].Trim();

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
