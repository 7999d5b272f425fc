using Microsoft.AspNetCore.Authentication;
using Statute.AspNetCore.Basic;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Basic authentication over a password file.</summary>
public static class BasicAuthenticationExtensions
{
    /// <summary>
    /// Adds the scheme <see cref="BasicDefaults.AuthenticationScheme"/> (RFC 7617). The start fails, with every fault
    /// listed, if the file is missing or faulty or an option is out of range.
    /// </summary>
    /// <param name="builder">What <c>AddAuthentication</c> returned.</param>
    /// <param name="passwordFile">
    /// The users, as <see cref="PasswordFile"/> describes the file; a relative path starts at the content root.
    /// </param>
    /// <param name="configure">Further options.</param>
    public static AuthenticationBuilder AddBasic(
        this AuthenticationBuilder builder, string passwordFile, Action<BasicAuthenticationOptions>? configure = null)
    {
        builder.Services.AddBasicParts();
        return builder.AddScheme<BasicAuthenticationOptions, BasicAuthenticationHandler>(BasicDefaults.AuthenticationScheme, options =>
        {
            options.PasswordFile = passwordFile;
            configure?.Invoke(options);
        });
    }
}
