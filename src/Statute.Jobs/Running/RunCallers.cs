using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Basic;
using Statute.Jobs.Accepting;

namespace Statute.Jobs.Running;

/// <summary>Finds out who the creator of a job is by now: a role may be lost since, or the user be gone.</summary>
internal sealed class RunCallers(
    IOptions<JobOptions> options, IAuthenticationSchemeProvider schemes, IOptionsMonitor<BasicAuthenticationOptions> basic)
{
    /// <summary>Those that are authorized; none where one of them is nobody any more.</summary>
    internal async ValueTask<IReadOnlyList<RunCaller>> FindAsync(StoredRequest request, HttpContext context)
    {
        var users = await UsersAsync();
        List<RunCaller> callers = [];
        foreach (var stored in request.Callers)
        {
            if (await FindAsync(stored, users, context) is not { } principal)
            {
                // Without the user, what the application knew of the user besides is nobody's.
                return [];
            }

            callers.Add(new RunCaller(stored.Schemes, principal));
        }

        return callers;
    }

    private async ValueTask<ClaimsPrincipal?> FindAsync(StoredCaller stored, AccountStore? users, HttpContext context)
    {
        List<ClaimsIdentity> identities = [];
        foreach (var identity in stored.Identities)
        {
            if (NowOf(identity.Restore(), users) is not { } now)
            {
                return null;
            }

            identities.Add(now);
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
