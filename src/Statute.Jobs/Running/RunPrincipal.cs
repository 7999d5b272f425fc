using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Basic;
using Statute.Jobs.Accepting;

namespace Statute.Jobs.Running;

/// <summary>Finds out who the creator of a job is by now: a role may be lost since, or the user be gone.</summary>
internal sealed class RunPrincipal(
    IOptions<JobOptions> options, IAuthenticationSchemeProvider schemes, IOptionsMonitor<BasicAuthenticationOptions> basic)
{
    /// <summary>The principal that is authorized; null for nobody.</summary>
    internal async ValueTask<ClaimsPrincipal?> FindAsync(StoredRequest request, HttpContext context)
    {
        var users = await UsersAsync();
        List<ClaimsIdentity> identities = [];
        foreach (var stored in request.Identities)
        {
            if (NowOf(stored.Restore(), users) is not { } identity)
            {
                // Without the user, what the application knew of the user besides is nobody's.
                return null;
            }

            identities.Add(identity);
        }

        if (identities.Count == 0)
        {
            return null;
        }

        var principal = new ClaimsPrincipal(identities);
        return options.Value.Refresh is { } refresh ? await refresh(context, principal) : principal;
    }

    /// <summary>An identity of the password file as the file has it now, null where the user is gone; any other as it was.</summary>
    private static ClaimsIdentity? NowOf(ClaimsIdentity stored, AccountStore? users)
    {
        if (users is null || stored.AuthenticationType != BasicDefaults.AuthenticationScheme)
        {
            return stored;
        }

        return stored.Name is { } name && users.Current().FindUser(name) is { } user ? user.ToIdentity() : null;
    }

    /// <summary>The password file, where it is what users are known from.</summary>
    private async ValueTask<AccountStore?> UsersAsync() =>
        (await schemes.GetSchemeAsync(BasicDefaults.AuthenticationScheme))?.HandlerType == typeof(BasicAuthenticationHandler)
            ? basic.Get(BasicDefaults.AuthenticationScheme).Check?.Store
            : null;
}
