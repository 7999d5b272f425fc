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
        var answers = context.Features.Get<SchemeAnswers>();
        List<StoredCaller> callers = answers is null ? [] : [.. answers.Callers];
        var result = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;
        if (result?.Ticket is { } ticket && ticket.Principal == context.User)
        {
            return callers.Count > 0 ? callers : await AskAsync(context, ticket.AuthenticationScheme.Split(Separator));
        }

        if (answers?.Contain(context.User) != true && StoredIdentity.Of(context.User) is { Length: > 0 } said)
        {
            callers.Add(new StoredCaller([], said));
        }

        return callers;
    }

    /// <summary>
    /// An authentication service that the application has registered in place of ours was not listened to. Handlers remember what they
    /// answered.
    /// </summary>
    private static async Task<List<StoredCaller>> AskAsync(HttpContext context, IEnumerable<string> schemes)
    {
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
            callers.Add(new StoredCaller([.. new[] { scheme, known.AuthenticationScheme }.Distinct()], StoredIdentity.Of(own.Principal)));
        }

        return callers;

        async Task<AuthenticationTicket?> TicketOfAsync(string scheme) =>
            await handlers.GetHandlerAsync(context, scheme) is { } handler ? (await handler.AuthenticateAsync()).Ticket : null;
    }
}
