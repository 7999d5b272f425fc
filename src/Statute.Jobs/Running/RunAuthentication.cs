using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Statute.Jobs.Accepting;

namespace Statute.Jobs.Running;

/// <summary>
/// While a job runs, the schemes that knew its creator say so again: credentials are not kept, and were checked. Others know nobody. All
/// else of authentication, claims transformations too, and all of authorization is ASP.NET's own.
/// </summary>
internal sealed class RunAuthentication : IAuthenticationHandlerProvider
{
    public Task<IAuthenticationHandler?> GetHandlerAsync(HttpContext context, string authenticationScheme)
    {
        if (context.Features.Get<JobRun>() is { } run)
        {
            return Task.FromResult<IAuthenticationHandler?>(new Handler(run, context.Response, authenticationScheme));
        }

        var handler = JobAuthentication.Inner<IAuthenticationHandlerProvider>(context).GetHandlerAsync(context, authenticationScheme);
        return context.Features.Get<SchemeAnswers>() is { } answers ? HearAsync(answers, handler, authenticationScheme) : handler;
    }

    private static async Task<IAuthenticationHandler?> HearAsync(
        SchemeAnswers answers, Task<IAuthenticationHandler?> handler, string scheme) => answers.Hear(await handler, scheme);

    private sealed class Handler(JobRun run, HttpResponse response, string scheme) : IAuthenticationSignInHandler
    {
        public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context) => Task.CompletedTask;

        public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(
            run.CallerOf(scheme) is { } principal
                ? AuthenticateResult.Success(new AuthenticationTicket(principal, scheme))
                : AuthenticateResult.NoResult());

        public Task ChallengeAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status401Unauthorized);

        public Task ForbidAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status403Forbidden);

        /// <summary>A cookie is no part of a stored answer.</summary>
        public Task SignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties) => Task.CompletedTask;

        public Task SignOutAsync(AuthenticationProperties? properties) => Task.CompletedTask;

        private Task AnswerAsync(int status)
        {
            response.StatusCode = status;
            return Task.CompletedTask;
        }
    }
}
