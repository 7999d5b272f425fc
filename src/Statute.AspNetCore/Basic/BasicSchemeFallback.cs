using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Basic;

/// <summary>Runs after the app's own configuration: a scheme of the app, whichever it is, leaves no place for this one.</summary>
internal sealed class BasicSchemeFallback(BasicFallbackSource source) : IPostConfigureOptions<AuthenticationOptions>
{
    public void PostConfigure(string? name, AuthenticationOptions options)
    {
        if (options.SchemeMap.Count > 0 || string.IsNullOrEmpty(source.Read().PasswordFile))
        {
            return;
        }

        options.AddScheme<BasicAuthenticationHandler>(BasicDefaults.AuthenticationScheme, displayName: null);
        options.DefaultScheme ??= BasicDefaults.AuthenticationScheme;
    }
}
