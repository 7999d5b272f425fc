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
    internal IEnumerable<StoredCaller> Callers =>
        _ofSchemes.GroupBy(said => said.Value, said => said.Key).Select(caller => new StoredCaller([.. caller], caller.Key));

    /// <summary>Whether a principal is what a scheme has said, or was transformed from it.</summary>
    internal bool Contain(ClaimsPrincipal principal) => _inPrincipals.ContainsKey(principal);

    /// <summary>Has a service ask a scheme, and keeps what the scheme's handler says.</summary>
    internal async Task<AuthenticateResult> ListenAsync(IAuthenticationService service, HttpContext context, string? scheme)
    {
        var question = _open = new Question();
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
            // A service of another kind may have asked no handler.
            _open = null;
        }
    }

    /// <summary>The handler that the open question goes to is listened to; any other is given back as it is.</summary>
    internal IAuthenticationHandler? Hear(IAuthenticationHandler? handler, string scheme)
    {
        if (handler is null || _open is not { } question)
        {
            return handler;
        }

        // A scheme that leads to another one has a question of its own asked.
        _open = null;
        return new Listener(this, handler, scheme, question);
    }

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
