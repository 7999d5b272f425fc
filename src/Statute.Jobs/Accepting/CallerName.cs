using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Statute.Jobs.Accepting;

/// <summary>The name under which a caller owns jobs.</summary>
internal static class CallerName
{
    /// <summary>The subject of a token (RFC 7519, 4.1.2), which ASP.NET by default gives another name.</summary>
    private static readonly string[] Identifiers = ["sub", ClaimTypes.NameIdentifier, ClaimTypes.Upn];

    /// <summary>The name; null for an anonymous caller.</summary>
    internal static string? Of(ClaimsPrincipal caller)
    {
        foreach (var identity in caller.Identities)
        {
            if (identity.IsAuthenticated)
            {
                return Of(identity);
            }
        }

        return null;
    }

    private static string Of(ClaimsIdentity identity)
    {
        foreach (var type in Identifiers)
        {
            if (identity.FindFirst(type) is { } claim)
            {
                return Of("id", claim, identity);
            }
        }

        return identity.FindFirst(identity.NameClaimType) is { } name ? Of("name", name, identity) : $"claims {Hash(identity)}";
    }

    private static string Of(string kind, Claim claim, ClaimsIdentity identity) => $"{kind} {IssuerOf(claim, identity)} {claim.Value}";

    /// <summary>
    /// Who says the name, escaped, so that no two are one text. Where the application itself does, the kind of identity tells: two schemes
    /// may know two people by one name.
    /// </summary>
    private static string IssuerOf(Claim claim, ClaimsIdentity identity) => claim.Issuer == ClaimsIdentity.DefaultIssuer
        ? $"/{Uri.EscapeDataString(identity.AuthenticationType!)}"
        : Uri.EscapeDataString(claim.Issuer);

    /// <summary>Somebody without a name is still not anybody.</summary>
    private static string Hash(ClaimsIdentity identity)
    {
        var claims = identity.Claims.Select(claim => $"{claim.Type}\n{claim.Value}\n{claim.Issuer}\n").Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(claims))));
    }
}
