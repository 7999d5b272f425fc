using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
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
        var options = services.AddOptions<StatuteOptions>().BindConfiguration(StatuteOptions.SectionName).ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (services.Any(s => s.ServiceType == typeof(StatutePlacement)))
        {
            return services;
        }

        services.AddSingleton<StatutePlacement>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IPostConfigureOptions<StatuteOptions>, TableFileReader>();
        services.AddSingleton<IValidateOptions<StatuteOptions>, StatuteOptionsValidator>();
        services.AddSingleton<IPostConfigureOptions<KestrelServerOptions>, KestrelLimits>();
        services.AddSingleton<IPostConfigureOptions<SocketTransportOptions>, SocketLimits>();

        services.AddSingleton<IPostConfigureOptions<JsonOptions>, DeepJson>();

        services.AddSingleton<MissingResultFilter>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.AddService<MissingResultFilter>());

        services.AddSingleton<RefusalWriter>();
        services.AddSingleton<AnswerFolding>();
        services.AddSingleton<ProblemFactory>();
        services.AddSingleton<ProblemCustomization>();
        services.AddSingleton<ChallengeFields>();
        services.AddSingleton<ContentDrain>();
        services.AddSingleton<ContentBudget>();
        services.AddSingleton<AcceptedContent>();
        services.AddSingleton<EndpointStages>();
        services.AddSingleton<EndpointRulesCache>();
        services.AddSingleton<EndpointMatcher>();
        services.AddSingleton<KnownMethods>();
        services.AddSingleton<PathFinder>();
        services.AddSingleton<ProblemPages>();
        services.AddSingleton<ExceptedPaths>();
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

        services.AddRouting();
        services.AddMetrics();
        // Not AddAuthentication: it brings data protection, which writes keys to the disk of an application that needs none.
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        services.AddAuthorization();
        services.AddBasicFallback(static provider =>
        {
            var statute = provider.GetRequiredService<IOptions<StatuteOptions>>().Value;
            return (statute.PasswordFile, statute.Realm);
        });

        // First of all filters: its middleware stands outside of host filtering and of the developer exception page.
        services.Insert(0, ServiceDescriptor.Singleton<IDeveloperPageExceptionFilter, DeveloperPageFilter>());
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, AnswerStartupFilter>());
        return services;
    }
}
