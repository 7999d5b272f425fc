using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Statute.Jobs.Accepting;

/// <summary>
/// What the schemes have said of the caller of an asynchronous operation, before the application's claims transformation, which may change
/// in place what it is given. A feature of the request.
/// </summary>
internal sealed class SchemeAnswers
{
    private readonly Dictionary<string, IReadOnlyList<StoredIdentity>> _ofSchemes = [];

    /// <summary>What a scheme has said in each principal, also in the one that it was transformed into.</summary>
    private readonly Dictionary<ClaimsPrincipal, IReadOnlyList<StoredIdentity>> _inPrincipals = new(ReferenceEqualityComparer.Instance);

    private Question? _open;

    /// <summary>Whom the schemes know. Schemes that lead to one another know one.</summary>
    /// <param name="user">The request's User.</param>
    /// <param name="schemes">The schemes whose answers were merged into that; none where a single one is.</param>
    internal IEnumerable<StoredCaller> Callers(ClaimsPrincipal user, string[] schemes)
    {
        var said = _inPrincipals.GetValueOrDefault(user);
        return _ofSchemes.GroupBy(answer => answer.Value, answer => answer.Key).Select(caller =>
            new StoredCaller([.. caller], caller.Key, caller.Key == said || caller.Any(schemes.Contains)));
    }

    /// <summary>Has a service ask a scheme, and keeps what the scheme's handler says.</summary>
    internal async Task<AuthenticateResult> ListenAsync(IAuthenticationService service, HttpContext context, string? scheme)
    {
        var (outer, question) = (_open, new Question());
        _open = question;
        try
        {
            var result = await service.AuthenticateAsync(context, scheme);
            if (question.Said is { } said && result.Principal is { } transformed)
            {
                _inPrincipals[transformed] = said;
            }

            return result;
        }
        finally
        {
            // A scheme that leads to another one has it asked a question of its own.
            _open = outer;
        }
    }

    /// <summary>Has something else done while a question may be open: who is asked for then has nothing to say to it.</summary>
    internal async Task IgnoreAsync(Func<Task> act)
    {
        var open = _open;
        _open = null;
        try
        {
            await act();
        }
        finally
        {
            _open = open;
        }
    }

    /// <summary>A handler that is asked for while a question is open is listened to; any other is given back as it is.</summary>
    internal IAuthenticationHandler? Hear(IAuthenticationHandler? handler, string scheme) =>
        handler is null || _open is not { } question ? handler : new Listener(this, handler, scheme, question);

    private IReadOnlyList<StoredIdentity> Keep(string scheme, ClaimsPrincipal principal)
    {
        if (!_inPrincipals.TryGetValue(principal, out var said))
        {
            _inPrincipals[principal] = said = StoredIdentity.Of(principal);
        }

        return _ofSchemes[scheme] = said;
    }

    private sealed class Question
    {
        internal IReadOnlyList<StoredIdentity>? Said { get; set; }
    }

    private sealed class Listener(SchemeAnswers answers, IAuthenticationHandler handler, string scheme, Question question)
        : IAuthenticationHandler
    {
        public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context) => handler.InitializeAsync(scheme, context);

        public async Task<AuthenticateResult> AuthenticateAsync()
        {
            var result = await handler.AuthenticateAsync();
            if (result?.Principal is { } principal)
            {
                question.Said = answers.Keep(scheme, principal);
            }

            return result!;
        }

        public Task ChallengeAsync(AuthenticationProperties? properties) => handler.ChallengeAsync(properties);

        public Task ForbidAsync(AuthenticationProperties? properties) => handler.ForbidAsync(properties);
    }
}
