using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Identity;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// Fills in what the app left open and builds the check. It must not throw: what is wrong is the validation's to say, all at once.
/// </summary>
internal sealed class BasicPostConfigure(
    IServiceProvider services, IPasswordHasher<BasicUser> hasher, ILogger<PasswordFile> logger)
    : IPostConfigureOptions<BasicAuthenticationOptions>
{
    public void PostConfigure(string? name, BasicAuthenticationOptions options)
    {
        var environment = services.GetService<IHostEnvironment>();
        options.TimeProvider ??= services.GetService<TimeProvider>() ?? TimeProvider.System;
        options.Realm ??= Realm.Default(environment?.ApplicationName);
        options.Challenge = $"{BasicDefaults.AuthenticationScheme} {Realm.Parameter(options.Realm)}, charset=\"UTF-8\"";
        if (string.IsNullOrEmpty(options.PasswordFile) || options.MaxConcurrentChecks < 1)
        {
            return;
        }

        options.PasswordFile = Path.Combine(environment?.ContentRootPath ?? Environment.CurrentDirectory, options.PasswordFile);
        options.Check = NewCheck(options, options.PasswordFile);
    }

    private CredentialCheck NewCheck(BasicAuthenticationOptions options, string path)
    {
        var time = options.TimeProvider!;
        var lifetime = options.CacheFor;
        var capacity = options.MaxCached;
        var store = new AccountStore(path, () => new SuccessCache(time, lifetime, capacity), logger);
        return new CredentialCheck(store, hasher, options.MaxConcurrentChecks);
    }
}
