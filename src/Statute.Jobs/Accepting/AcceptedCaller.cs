using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Statute.Jobs.Accepting;

/// <summary>Who sends a request, as it is kept.</summary>
/// <param name="Identities">
/// Those that are authenticated, without what the application's claims transformation has added, which is asked again when the job runs;
/// unless it has changed what it was given.
/// </param>
/// <param name="Schemes">The schemes that knew the caller.</param>
internal sealed record AcceptedCaller(IReadOnlyList<StoredIdentity> Identities, IReadOnlyList<string> Schemes)
{
    /// <summary>Between the names of schemes that have answered together.</summary>
    private const char Separator = ';';

    internal static async ValueTask<AcceptedCaller> OfAsync(HttpContext context)
    {
        if (context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult is not { Ticket: { } ticket }
            || ticket.Principal != context.User)
        {
            // A middleware has said who it is, and no scheme.
            return new AcceptedCaller(Stored(context.User), []);
        }

        var services = context.RequestServices;
        var handlers = services.GetRequiredService<IAuthenticationHandlerProvider>();
        List<StoredIdentity> identities = [];
        HashSet<string> schemes = [];
        foreach (var name in ticket.AuthenticationScheme.Split(Separator))
        {
            var own = await AskAsync(name);
            if (own is not null && own.AuthenticationScheme != name)
            {
                // A scheme that leads to another one gives what that one's has been transformed into.
                own = await AskAsync(own.AuthenticationScheme) ?? own;
            }

            if (own is not null)
            {
                identities.AddRange(Stored(own.Principal));
            }
        }

        if (await services.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultAuthenticateSchemeAsync() is { Name: var first })
        {
            await AskAsync(first);
        }

        return new AcceptedCaller(identities.Count > 0 ? identities : Stored(context.User), [.. schemes]);

        // They were asked before, and remember their answer, which is not transformed.
        async Task<AuthenticationTicket?> AskAsync(string name)
        {
            var known = await handlers.GetHandlerAsync(context, name) is { } handler ? (await handler.AuthenticateAsync()).Ticket : null;
            if (known is not null)
            {
                schemes.Add(name);
            }

            return known;
        }
    }

    private static StoredIdentity[] Stored(ClaimsPrincipal caller) =>
        [.. caller.Identities.Where(identity => identity.IsAuthenticated).Select(StoredIdentity.Of)];
}
