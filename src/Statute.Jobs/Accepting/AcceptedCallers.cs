using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Statute.Jobs.Accepting;

/// <summary>Who sends a request: as the schemes have said, or as a middleware of the application has.</summary>
internal static class AcceptedCallers
{
    /// <summary>Between the names of schemes that have answered together.</summary>
    private const char Separator = ';';

    internal static async ValueTask<IReadOnlyList<StoredCaller>> OfAsync(HttpContext context)
    {
        var result = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;
        var schemes = result?.Ticket is { } ticket && ticket.Principal == context.User
            ? ticket.AuthenticationScheme.Split(Separator)
            : [];
        var callers = context.Features.Get<SchemeAnswers>() is { } answers
            ? answers.Callers(context.User, schemes).ToList()
            : await AskAsync(context, schemes);
        if (!callers.Any(caller => caller.IsUser) && StoredIdentity.Of(context.User) is { Length: > 0 } said)
        {
            callers.Add(new StoredCaller([], said, IsUser: true));
        }

        return callers;
    }

    /// <summary>
    /// An authentication service that the application has registered in place of ours was not listened to. Handlers remember what they
    /// answered.
    /// </summary>
    private static async Task<List<StoredCaller>> AskAsync(HttpContext context, string[] ofUser)
    {
        if (ofUser.Length == 0)
        {
            return [];
        }

        IEnumerable<string> schemes = ofUser;
        var services = context.RequestServices;
        var handlers = services.GetRequiredService<IAuthenticationHandlerProvider>();
        if (await services.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultAuthenticateSchemeAsync() is { Name: var first })
        {
            schemes = schemes.Append(first).Distinct();
        }

        List<StoredCaller> callers = [];
        foreach (var scheme in schemes)
        {
            if (await TicketOfAsync(scheme) is not { } known)
            {
                continue;
            }

            // A scheme that leads to another one gives what that one's has been transformed into.
            var own = known.AuthenticationScheme == scheme ? known : await TicketOfAsync(known.AuthenticationScheme) ?? known;
            string[] names = [.. new[] { scheme, known.AuthenticationScheme }.Distinct()];
            callers.Add(new StoredCaller(names, StoredIdentity.Of(own.Principal), ofUser.Contains(scheme)));
        }

        return callers;

        async Task<AuthenticationTicket?> TicketOfAsync(string scheme) =>
            await handlers.GetHandlerAsync(context, scheme) is { } handler ? (await handler.AuthenticateAsync()).Ticket : null;
    }
}
