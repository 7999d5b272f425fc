using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Statute.AspNetCore;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Basic;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Declarations;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Identity;
using Statute.AspNetCore.Routing;
using Statute.AspNetCore.Start;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Statute to an application's services.</summary>
public static class StatuteServiceCollectionExtensions
{
    /// <summary>
    /// Adds what holds the application to the table. Call <c>app.UseStatute()</c> as well, in front of everything else.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets options in code, after the configuration section <c>Statute</c> was read.</param>
    /// <returns>The services, for further calls.</returns>
    /// <exception cref="OptionsValidationException">At start, naming every fault of the options and of the table file.</exception>
    public static IServiceCollection AddStatute(this IServiceCollection services, Action<StatuteOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var isThere = services.Any(s => s.ServiceType == typeof(StatutePlacement));
        var options = services.AddOptions<StatuteOptions>().ValidateOnStart();
        if (!isThere)
        {
            options.Configure<IConfiguration>(ConfiguredOptions.Read);
        }

        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (isThere)
        {
            return services;
        }

        AddSettings(services);
        AddRoad(services);
        AddDescriptions(services);
        AddIdentity(services);

        // First of all filters: its middleware stands outside of host filtering and of the developer exception page.
        services.Insert(0, ServiceDescriptor.Singleton<IDeveloperPageExceptionFilter, DeveloperPageFilter>());
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, AnswerStartupFilter>());
        return services;
    }

    private static void AddSettings(IServiceCollection services)
    {
        services.AddSingleton<StatutePlacement>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<StatuteOptionsAsSet>();
        services.AddSingleton<IPostConfigureOptions<StatuteOptions>, TableFileReader>();
        services.AddSingleton<IValidateOptions<StatuteOptions>, StatuteOptionsValidator>();
        services.AddSingleton<IPostConfigureOptions<KestrelServerOptions>, KestrelLimits>();
        services.AddSingleton<IPostConfigureOptions<SocketTransportOptions>, SocketLimits>();

        services.AddSingleton<IPostConfigureOptions<JsonOptions>, DeepJson>();
        services.AddSingleton<IPostConfigureOptions<ExceptionHandlerOptions>, HandledExceptions>();

        services.AddSingleton<MissingResultFilter>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.AddService<MissingResultFilter>());
    }

    private static void AddRoad(IServiceCollection services)
    {
        services.AddRouting();
        services.AddMetrics();
        services.AddSingleton<RefusalWriter>();
        services.AddSingleton<AnswerFolding>();
        services.AddSingleton<ProblemFactory>();
        services.AddSingleton<ProblemCustomization>();
        services.AddSingleton<ContentDrain>();
        services.AddSingleton<ContentBudget>();
        services.AddSingleton<AcceptedContent>();
        services.AddSingleton<EndpointStages>();
        services.AddSingleton<EndpointRulesCache>();
        services.AddSingleton<EndpointMatcher>();
        services.AddSingleton<LateRoad>();
        services.AddSingleton<RouteStage>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, ToldApartByTypePolicy>());
        services.AddSingleton<KnownMethods>();
        services.AddSingleton<PathFinder>();
        services.AddSingleton<ProblemPages>();
        services.AddSingleton<ExceptedPaths>();
    }

    private static void AddDescriptions(IServiceCollection services)
    {
        services.AddSingleton<DeclaredRows>();
        services.AddSingleton<IdentityNeeds>();
        services.AddSingleton<RefusalRows>();
        services.AddSingleton<OperationEndpoints>();
        services.AddSingleton<IApiDescriptionProvider, RowDescriptions>();
        services.AddSingleton<IPostConfigureOptions<HttpJson>, ProblemSchemas>();
        services.AddSingleton<UnreadConstraints>();
        services.AddSingleton<OverlappingPaths>();
        services.AddSingleton<StartReport>();
        services.AddHostedService<StartReporter>();
        services.AddHostedService<HiddenPages>();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddSingleton<ChallengeFields>();
        services.AddSingleton<RequestHandlers>();
        // Not AddAuthentication: it brings data protection, which writes keys to the disk of an application that needs none.
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        services.AddAuthorization();
        services.AddBasicFallback(static provider =>
        {
            var statute = provider.GetRequiredService<StatuteOptionsAsSet>().Value;
            return (statute.PasswordFile, statute.Realm);
        });
    }
}
