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

    private const string Below = ", asked below /shop";

    internal static IReadOnlyDictionary<string, Func<Task<RunningApp>>> All { get; } = new Dictionary<string, Func<Task<RunningApp>>>
    {
        ["automatic routing and authentication"] = () => StartAsync(app => app.UseStatute()),
        ["statute, explicit routing and authentication"] = () => StartAsync(app =>
            app.UseStatute().UseRouting().UseAuthentication().UseAuthorization()),
        ["statute, routing, endpoints"] = () => StartAsync(app => app.UseStatute().UseRouting().UseEndpoints(_ => { })),
        ["fallback policy"] = () => StartAsync(app => app.UseStatute(), AddFallback),
        ["exception handler, statute"] = () => StartAsync(app => app.UseExceptionHandler("/error").UseStatute()),
        ["statute, exception handler"] = () => StartAsync(app => app.UseStatute().UseExceptionHandler("/error")),
        ["problem details, exception handler, statute"] = () => StartAsync(
            app => app.UseExceptionHandler().UseStatute(), builder => builder.Services.AddProblemDetails()),
        ["cors, statute"] = () => StartAsync(app => app.UseCors().UseStatute()),
        ["statute, cors"] = () => StartAsync(app => app.UseStatute().UseCors()),
        ["cors by policy, statute"] = () => StartAsync(app => app.UseCors("page").UseStatute()),
        ["cors by endpoint, statute"] = () => StartAsync(app => app.UseCors().UseStatute(), RequireCors),
        ["statute, cors by endpoint"] = () => StartAsync(app => app.UseStatute().UseCors(), RequireCors),
        ["static files, statute"] = () => StartAsync(app => app.UseStaticFiles().UseStatute()),
        ["statute, static files"] = () => StartAsync(app => app.UseStatute().UseStaticFiles()),
        ["statute, swagger"] = () => StartAsync(app => app.UseStatute().UseSwagger().UseSwaggerUI(), builder => builder.Services
            .AddEndpointsApiExplorer().AddSwaggerGen()),
        ["status code pages, statute"] = () => StartAsync(app => app.UseStatusCodePages().UseStatute()),
        ["statute, status code pages"] = () => StartAsync(app => app.UseStatute().UseStatusCodePages()),
        ["status code pages run again, statute"] = () => StartAsync(app => app.UseStatusCodePagesWithReExecute("/error").UseStatute()),
        ["status code pages redirect, statute"] = () => StartAsync(app => app.UseStatusCodePagesWithRedirects("/error").UseStatute()),
        ["status code pages run again behind statute"] = () => StartAsync(
            app => app.UseStatute().UseStatusCodePagesWithReExecute("/error")),
        ["status code pages redirect behind statute"] = () => StartAsync(
            app => app.UseStatute().UseStatusCodePagesWithRedirects("/error")),
        ["path base, statute"] = () => StartAsync(app => app.UsePathBase("/shop").UseStatute()),
        ["statute, path base"] = () => StartAsync(app => app.UseStatute().UsePathBase("/shop")),
        ["path base, statute" + Below] = () => StartAsync(app => app.UsePathBase("/shop").UseStatute()),
        ["statute, path base, routing" + Below] = () => StartAsync(app =>
            app.UseStatute().UsePathBase("/shop").UseRouting().UseAuthentication().UseAuthorization()),
        ["statute, path base, cors, fallback policy" + Below] = () => StartAsync(
            app => app.UseStatute().UsePathBase("/shop").UseRouting().UseCors().UseAuthentication().UseAuthorization(), AddFallback),
        ["statute, rewritten path, routing" + Below] = () => StartAsync(app =>
            app.UseStatute().Use(WithoutPrefix).UseRouting().UseAuthentication().UseAuthorization()),
        ["statute, rewritten path without WebApplication" + Below] = () => RunningApp.StartClassicAsync(AddServices, app =>
        {
            app.UseStatute().Use(WithoutPrefix).UseRouting().UseAuthentication().UseAuthorization();
            app.UseEndpoints(Map);
        }),
        ["statute, branch with its own routing" + Below] = () => RunningApp.StartAsync(
            builder => AddServices(builder.Services), app => app.UseStatute().Map("/shop", Branch)),
        ["branch with its own routing, statute" + Below] = () => RunningApp.StartAsync(
            builder => AddServices(builder.Services), app => app.Map("/shop", Branch).UseStatute()),
        ["rate limiter, statute"] = () => StartAsync(app => app.UseRateLimiter().UseStatute(), AddRateLimiter),
        ["statute, rate limiter"] = () => StartAsync(app => app.UseStatute().UseRateLimiter(), AddRateLimiter),
        ["output cache, statute"] = () => StartAsync(app => app.UseOutputCache().UseStatute(), AddOutputCache),
        ["statute, output cache"] = () => StartAsync(app => app.UseStatute().UseOutputCache(), AddOutputCache),
        ["response compression, statute"] = () => StartAsync(app => app.UseResponseCompression().UseStatute(), AddCompression),
        ["statute, response compression"] = () => StartAsync(app => app.UseStatute().UseResponseCompression(), AddCompression),
        ["statute, request decompression"] = () => StartAsync(
            app => app.UseStatute().UseRequestDecompression(), builder => builder.Services.AddRequestDecompression()),
        ["web sockets, statute"] = () => StartAsync(app => app.UseWebSockets().UseStatute()),
        ["developer exception page"] = () => StartAsync(app => app.UseStatute(), environment: "Development"),
        ["without WebApplication"] = () => RunningApp.StartClassicAsync(AddServices, app =>
        {
            app.UseStatute().UseRouting().UseCors().UseAuthentication().UseAuthorization();
            app.UseEndpoints(Map);
        }),
    };

    /// <summary>What stands in front of every path that such a host is asked for, and is taken away before routing.</summary>
    internal static string PrefixOf(string host) => host.EndsWith(Below, StringComparison.Ordinal) ? "/shop" : "";

    private static Task<RunningApp> StartAsync(
        Func<WebApplication, IApplicationBuilder> pipeline,
        Action<WebApplicationBuilder>? services = null,
        string environment = "Production") =>
        RunningApp.StartAsync(
            builder =>
            {
                AddServices(builder.Services);
                services?.Invoke(builder);
            },
            app =>
            {
                pipeline(app);
                Map(app);
            },
            environment);

    private static void AddServices(IServiceCollection services)
    {
        services.AddStatute(options =>
        {
            options.MaxContentLength = 1000;
            options.Realm = "things";
        });
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

    private sealed record EndpointCors(string? Policy);
}
