using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// RFC 7617. Whoever is refused learns the challenge and nothing else; the body is the answer writer's. Forbid is the base
/// class's: 403, no body.
/// </summary>
internal sealed class BasicAuthenticationHandler(
    IOptionsMonitor<BasicAuthenticationOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<BasicAuthenticationOptions>(options, loggers, encoder)
{
    // These reach logs and the app, so they are constants: nothing of the request can slip in.
    private static readonly AuthenticateResult TwoFields = AuthenticateResult.Fail("More than one Authorization field was sent.");
    private static readonly AuthenticateResult Malformed = AuthenticateResult.Fail("The Authorization field is not Basic credentials.");
    private static readonly AuthenticateResult Wrong = AuthenticateResult.Fail("The user name or the password is wrong.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var fields = Request.Headers.Authorization;
        if (fields.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (fields.Count > 1)
        {
            return TwoFields;
        }

        if (!BasicCredentials.TryParse(fields[0], out var credentials))
        {
            return Malformed;
        }

        var user = await Options.Check!.CheckAsync(credentials, Context.RequestAborted);
        return user is null
            ? Wrong
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(user.ToIdentity()), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        // Appended: the app may challenge by other schemes too.
        Response.Headers.Append("WWW-Authenticate", Options.Challenge);
        return Task.CompletedTask;
    }
}
