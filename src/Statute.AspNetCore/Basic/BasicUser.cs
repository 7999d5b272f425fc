using System.Security.Claims;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// A user of a password file. It is also the type argument of the <c>IPasswordHasher&lt;BasicUser&gt;</c> that checks
/// passwords: a singleton of your own may stand around ASP.NET's, to count or to limit its calls.
/// </summary>
public sealed class BasicUser
{
    internal BasicUser(string name, IReadOnlyList<string> roles)
    {
        Name = name;
        Roles = roles;
    }

    /// <summary>The user-id of RFC 7617, in Unicode normalization form C; compared byte for byte, so case matters.</summary>
    public string Name { get; }

    /// <summary>The roles in the order of the file; each becomes a role claim. May be empty.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>A new identity each time: claims transformations of the app may change it.</summary>
    internal ClaimsIdentity ToIdentity()
    {
        var identity = new ClaimsIdentity(BasicDefaults.AuthenticationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, Name));
        foreach (var role in Roles)
        {
            identity.AddClaim(new Claim(ClaimTypes.Role, role));
        }

        return identity;
    }
}
