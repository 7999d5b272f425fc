using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.Jobs.Accepting;
using Statute.Jobs.Running;

namespace Statute.Jobs;

/// <summary>Places the parts of authentication that jobs need around those of the application, which stay what they are.</summary>
internal static class JobAuthentication
{
    /// <summary>Under it are the application's own.</summary>
    private static readonly object Key = typeof(JobAuthentication);

    internal static void AddTo(IServiceCollection services)
    {
        services.AddAuthenticationCore();
        Surround<IAuthenticationService, ListeningAuthentication>(services);
        Surround<IAuthenticationHandlerProvider, RunAuthentication>(services);
    }

    /// <summary>What stands inside, with the lifetime that it has.</summary>
    internal static T Inner<T>(HttpContext context) where T : class => context.RequestServices.GetRequiredKeyedService<T>(Key);

    /// <summary>The outer one has no state: one for all requests costs none of them anything.</summary>
    private static void Surround<TService, TOuter>(IServiceCollection services)
        where TService : class
        where TOuter : class, TService
    {
        var inner = services.Last(service => service.ServiceType == typeof(TService) && !service.IsKeyedService);
        services.Remove(inner);
        services.Add(Keyed(inner));
        services.AddSingleton<TService, TOuter>();
    }

    private static ServiceDescriptor Keyed(ServiceDescriptor service) => service switch
    {
        { ImplementationInstance: { } instance } => new(service.ServiceType, Key, instance),
        { ImplementationFactory: { } factory } => new(service.ServiceType, Key, (provider, _) => factory(provider), service.Lifetime),
        _ => new(service.ServiceType, Key, service.ImplementationType!, service.Lifetime),
    };
}
