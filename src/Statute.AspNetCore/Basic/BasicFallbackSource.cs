using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// Where the file and the realm of the fallback come from; asked late, when the options of the caller are complete.
/// </summary>
internal sealed class BasicFallbackSource(IServiceProvider services, Func<IServiceProvider, (string? PasswordFile, string? Realm)> read)
    : IConfigureNamedOptions<BasicAuthenticationOptions>
{
    public (string? PasswordFile, string? Realm) Read() => read(services);

    public void Configure(BasicAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, BasicAuthenticationOptions options)
    {
        // A file that the app itself gave stands.
        if (name != BasicDefaults.AuthenticationScheme || options.PasswordFile is not null)
        {
            return;
        }

        (options.PasswordFile, var realm) = Read();
        options.Realm ??= realm;
    }
}
