using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Basic;

internal static class BasicServices
{
    public static void AddBasicParts(this IServiceCollection services)
    {
        services.AddOptions<BasicAuthenticationOptions>(BasicDefaults.AuthenticationScheme).ValidateOnStart();
        services.TryAddTransient<BasicAuthenticationHandler>();
        services.TryAddSingleton<IPasswordHasher<BasicUser>, PasswordHasher<BasicUser>>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<BasicAuthenticationOptions>, BasicPostConfigure>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BasicAuthenticationOptions>, BasicValidation>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PlainHttpWarning>());
    }

    /// <summary>
    /// Adds the scheme and makes it the default, if the app registers no scheme and <paramref name="source"/> names a file.
    /// The source is asked when the schemes are first needed.
    /// </summary>
    public static IServiceCollection AddBasicFallback(
        this IServiceCollection services, Func<IServiceProvider, (string? PasswordFile, string? Realm)> source)
    {
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        services.AddBasicParts();
        services.TryAddSingleton(provider => new BasicFallbackSource(provider, source));
        services.AddSingleton<IConfigureOptions<BasicAuthenticationOptions>>(Source);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthenticationOptions>, BasicSchemeFallback>());
        return services;
    }

    private static BasicFallbackSource Source(IServiceProvider provider) => provider.GetRequiredService<BasicFallbackSource>();
}
