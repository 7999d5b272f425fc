using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Statute.Jobs.Running;

namespace Statute.Jobs.Accepting;

/// <summary>
/// The application's own authentication. What it hears of the caller of an asynchronous operation is kept as the schemes have said it,
/// see <see cref="SchemeAnswers"/>.
/// </summary>
internal sealed class ListeningAuthentication : IAuthenticationService
{
    public Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AsynchronousAttribute>() is null || context.Features.Get<JobRun>() is not null)
        {
            return Of(context).AuthenticateAsync(context, scheme);
        }

        var answers = context.Features.Get<SchemeAnswers>();
        if (answers is null)
        {
            context.Features.Set(answers = new SchemeAnswers());
        }

        return answers.ListenAsync(Of(context), context, scheme);
    }

    public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) =>
        UnheardAsync(context, service => service.ChallengeAsync(context, scheme, properties));

    public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) =>
        UnheardAsync(context, service => service.ForbidAsync(context, scheme, properties));

    public Task SignInAsync(HttpContext context, string? scheme, ClaimsPrincipal principal, AuthenticationProperties? properties) =>
        UnheardAsync(context, service => service.SignInAsync(context, scheme, principal, properties));

    public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) =>
        UnheardAsync(context, service => service.SignOutAsync(context, scheme, properties));

    /// <summary>A scheme that is being asked may sign a caller out.</summary>
    private static Task UnheardAsync(HttpContext context, Func<IAuthenticationService, Task> act) =>
        context.Features.Get<SchemeAnswers>() is { } answers ? answers.IgnoreAsync(() => act(Of(context))) : act(Of(context));

    private static IAuthenticationService Of(HttpContext context) => JobAuthentication.Inner<IAuthenticationService>(context);
}
