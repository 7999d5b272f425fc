using System.Security.Claims;

namespace Statute.Jobs.Accepting;

/// <summary>An identity of the caller as it is kept. Its type is kept too: without one it would not count as authenticated.</summary>
internal sealed record StoredIdentity(string? Type, string NameType, string RoleType, StoredClaim[] Claims)
{
    /// <summary>The identities of a caller that are authenticated.</summary>
    internal static StoredIdentity[] Of(ClaimsPrincipal caller) =>
        [.. caller.Identities.Where(identity => identity.IsAuthenticated).Select(Of)];

    private static StoredIdentity Of(ClaimsIdentity identity) => new(
        identity.AuthenticationType,
        identity.NameClaimType,
        identity.RoleClaimType,
        [.. identity.Claims.Select(claim => new StoredClaim(claim.Type, claim.Value, claim.ValueType, claim.Issuer))]);

    internal ClaimsIdentity Restore() => new(
        Claims.Select(claim => new Claim(claim.Type, claim.Value, claim.ValueType, claim.Issuer)), Type, NameType, RoleType);
}
