using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>
/// A scheme of the application's own, which like many sends no challenge: <c>Authorization: Test clerk</c>; the name is the role.
/// </summary>
public sealed class TestScheme(IOptionsMonitor<TestSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<TestSchemeOptions>(options, logger, encoder)
{
    internal const string Name = "Test";

    internal static int CallsIn(IServiceProvider services) => services.GetRequiredService<TestSchemeCalls>().Count;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.RequestServices.GetService<TestSchemeCalls>() is { } calls)
        {
            Interlocked.Increment(ref calls.Count);
        }

        var field = Request.Headers.Authorization.ToString();
        if (!field.StartsWith("Test ", StringComparison.Ordinal))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var name = field["Test ".Length..];
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, name)], Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }
}

/// <summary>The scheme has nothing to set.</summary>
public sealed class TestSchemeOptions : AuthenticationSchemeOptions;

/// <summary>How often the scheme was asked, where an application counts it.</summary>
internal sealed class TestSchemeCalls
{
    internal int Count;
}
