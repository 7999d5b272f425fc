using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;

namespace Statute.AspNetCore.Tests.Pipelines;

/// <summary>
/// The same small API in pipelines as real applications have them. Each is named by what it places, in the order of placing.
/// </summary>
internal static class Hosts
{
    internal const string Origin = "https://page.example";

    internal const string Below = ", asked below /shop";

    /// <summary>Starts one by a profile; null for the application without Statute.</summary>
    internal delegate Task<RunningApp> HostStart(StatuteProfile? profile);

    internal static IReadOnlyDictionary<string, HostStart> All { get; } = new Dictionary<string, HostStart>
    {
        ["automatic routing and authentication"] = profile => StartAsync(profile, app => app.UseHeld()),
        ["statute, explicit routing and authentication"] = profile => StartAsync(profile, app =>
            app.UseHeld().UseRouting().UseAuthentication().UseAuthorization()),
        ["statute, routing, endpoints"] = profile => StartAsync(profile, app => app.UseHeld().UseRouting().UseEndpoints(_ => { })),
        ["fallback policy"] = profile => StartAsync(profile, app => app.UseHeld(), AddFallback),
        ["exception handler, statute"] = profile => StartAsync(profile, app => app.UseExceptionHandler("/error").UseHeld()),
        ["statute, exception handler"] = profile => StartAsync(profile, app => app.UseHeld().UseExceptionHandler("/error")),
        ["problem details, exception handler, statute"] = profile => StartAsync(
            profile, app => app.UseExceptionHandler().UseHeld(), builder => builder.Services.AddProblemDetails()),
        ["cors, statute"] = profile => StartAsync(profile, app => app.UseCors().UseHeld()),
        ["statute, cors"] = profile => StartAsync(profile, app => app.UseHeld().UseCors()),
        ["cors by policy, statute"] = profile => StartAsync(profile, app => app.UseCors("page").UseHeld()),
        ["cors by endpoint, statute"] = profile => StartAsync(profile, app => app.UseCors().UseHeld(), RequireCors),
        ["statute, cors by endpoint"] = profile => StartAsync(profile, app => app.UseHeld().UseCors(), RequireCors),
        ["static files, statute"] = profile => StartAsync(profile, app => app.UseStaticFiles().UseHeld()),
        ["statute, static files"] = profile => StartAsync(profile, app => app.UseHeld().UseStaticFiles()),
        ["statute, swagger"] = profile => StartAsync(
            profile,
            app => app.UseHeld().UseSwagger().UseSwaggerUI(),
            builder => builder.Services.AddEndpointsApiExplorer().AddSwaggerGen()),
        ["status code pages, statute"] = profile => StartAsync(profile, app => app.UseStatusCodePages().UseHeld()),
        ["statute, status code pages"] = profile => StartAsync(profile, app => app.UseHeld().UseStatusCodePages()),
        ["status code pages run again, statute"] = profile => StartAsync(
            profile, app => app.UseStatusCodePagesWithReExecute("/error").UseHeld()),
        ["status code pages redirect, statute"] = profile => StartAsync(
            profile, app => app.UseStatusCodePagesWithRedirects("/error").UseHeld()),
        ["path base, statute"] = profile => StartAsync(profile, app => app.UsePathBase("/shop").UseHeld()),
        ["statute, path base"] = profile => StartAsync(profile, app => app.UseHeld().UsePathBase("/shop")),
        ["status code pages run again behind statute"] = profile => StartAsync(
            profile, app => app.UseHeld().UseStatusCodePagesWithReExecute("/error")),
        ["status code pages redirect behind statute"] = profile => StartAsync(
            profile, app => app.UseHeld().UseStatusCodePagesWithRedirects("/error")),
        ["path base, statute" + Below] = profile => StartAsync(profile, app => app.UsePathBase("/shop").UseHeld()),
        ["statute, path base, routing" + Below] = profile => StartAsync(profile, app =>
            app.UseHeld().UsePathBase("/shop").UseRouting().UseAuthentication().UseAuthorization()),
        ["statute, path base, cors, fallback policy" + Below] = profile => StartAsync(
            profile,
            app => app.UseHeld().UsePathBase("/shop").UseRouting().UseCors().UseAuthentication().UseAuthorization(),
            AddFallback),
        ["statute, rewritten path, routing" + Below] = profile => StartAsync(profile, app =>
            app.UseHeld().Use(WithoutPrefix).UseRouting().UseAuthentication().UseAuthorization()),
        ["statute, rewritten path without WebApplication" + Below] = profile => RunningApp.StartClassicAsync(
            services => AddServices(services, profile),
            app =>
            {
                app.UseHeld().Use(WithoutPrefix).UseRouting().UseAuthentication().UseAuthorization();
                app.UseEndpoints(Map);
            }),
        ["statute, branch with its own routing" + Below] = profile => RunningApp.StartAsync(
            builder => AddServices(builder.Services, profile), app => app.UseHeld().Map("/shop", Branch)),
        ["branch with its own routing, statute" + Below] = profile => RunningApp.StartAsync(
            builder => AddServices(builder.Services, profile), app => app.Map("/shop", Branch).UseHeld()),
        ["rate limiter, statute"] = profile => StartAsync(profile, app => app.UseRateLimiter().UseHeld(), AddRateLimiter),
        ["statute, rate limiter"] = profile => StartAsync(profile, app => app.UseHeld().UseRateLimiter(), AddRateLimiter),
        ["output cache, statute"] = profile => StartAsync(profile, app => app.UseOutputCache().UseHeld(), AddOutputCache),
        ["statute, output cache"] = profile => StartAsync(profile, app => app.UseHeld().UseOutputCache(), AddOutputCache),
        ["response compression, statute"] = profile => StartAsync(profile, app => app.UseResponseCompression().UseHeld(), AddCompression),
        ["statute, response compression"] = profile => StartAsync(profile, app => app.UseHeld().UseResponseCompression(), AddCompression),
        ["statute, request decompression"] = profile => StartAsync(
            profile, app => app.UseHeld().UseRequestDecompression(), builder => builder.Services.AddRequestDecompression()),
        ["web sockets, statute"] = profile => StartAsync(profile, app => app.UseWebSockets().UseHeld()),
        ["developer exception page"] = profile => StartAsync(profile, app => app.UseHeld(), environment: "Development"),
        ["without WebApplication"] = profile => RunningApp.StartClassicAsync(services => AddServices(services, profile), app =>
        {
            app.UseHeld().UseRouting().UseCors().UseAuthentication().UseAuthorization();
            app.UseEndpoints(Map);
        }),
    };

    /// <summary>What stands in front of every path that such a host is asked for, and is taken away before routing.</summary>
    internal static string PrefixOf(string host) => host.EndsWith(Below, StringComparison.Ordinal) ? "/shop" : "";

    private static Task<RunningApp> StartAsync(
        StatuteProfile? profile,
        Func<WebApplication, IApplicationBuilder> pipeline,
        Action<WebApplicationBuilder>? services = null,
        string environment = "Production") =>
        RunningApp.StartAsync(
            builder =>
            {
                AddServices(builder.Services, profile);
                services?.Invoke(builder);
            },
            app =>
            {
                pipeline(app);
                Map(app);
            },
            environment);

    private static IApplicationBuilder UseHeld(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<Holding>().Profile is null ? app : app.UseStatute();

    private static void AddServices(IServiceCollection services, StatuteProfile? profile)
    {
        services.AddSingleton(new Holding(profile));
        if (profile is { } chosen)
        {
            services.AddStatute(options =>
            {
                options.Profile = chosen;
                options.MaxContentLength = 1000;
                options.Realm = "things";
            });
        }

        services.AddAuthorization();
        services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
        services.AddCors(cors =>
        {
            cors.AddDefaultPolicy(policy => policy.WithOrigins(Origin));
            cors.AddPolicy("page", policy => policy.WithOrigins(Origin));
        });
        services.AddSingleton(new EndpointCors(null));
    }

    private static void Map(IEndpointRouteBuilder application)
    {
        var routes = application.MapGroup("");
        if (application.ServiceProvider.GetRequiredService<EndpointCors>().Policy is { } policy)
        {
            routes.RequireCors(policy);
        }

        var managers = new AuthorizeAttribute { Roles = "manager" };
        routes.MapGet("/things", () => new Thing("one")).AllowAnonymous();
        routes.MapPost("/things", (Thing thing) => thing).RequireAuthorization(managers);
        routes.MapGet("/unbuilt", () => new Thing("one")).NotBuilt();
        routes.MapGet("/withdrawn", () => new Thing("one")).Withdrawn();
        routes.MapGet("/error", () => "the application's own error page").AllowAnonymous();
    }

    /// <summary>No policy for everybody: only the endpoints name theirs.</summary>
    private static void RequireCors(WebApplicationBuilder builder) => builder.Services
        .Configure<CorsOptions>(cors => cors.DefaultPolicyName = "none")
        .AddSingleton(new EndpointCors("page"));

    private static void AddFallback(WebApplicationBuilder builder) => builder.Services.AddAuthorization(options =>
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

    private static Task WithoutPrefix(HttpContext context, RequestDelegate next)
    {
        context.Request.Path = context.Request.Path.StartsWithSegments("/shop", out var rest) ? rest : context.Request.Path;
        return next(context);
    }

    private static void Branch(IApplicationBuilder branch) =>
        branch.UseRouting().UseAuthentication().UseAuthorization().UseEndpoints(Map);

    private static void AddRateLimiter(WebApplicationBuilder builder) => builder.Services.AddRateLimiter(options =>
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter(
            "all", _ => new ConcurrencyLimiterOptions { PermitLimit = 100 })));

    private static void AddOutputCache(WebApplicationBuilder builder) =>
        builder.Services.AddOutputCache(options => options.AddBasePolicy(policy => policy.Cache()));

    private static void AddCompression(WebApplicationBuilder builder) =>
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);

    internal sealed record Thing(string Name);

    private sealed record Holding(StatuteProfile? Profile);

    private sealed record EndpointCors(string? Policy);
}
