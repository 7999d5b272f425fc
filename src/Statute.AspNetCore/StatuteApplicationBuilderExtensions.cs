using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.AspNetCore;
using Statute.AspNetCore.Deferred;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Identity;
using Statute.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Places Statute in an application's pipeline.</summary>
public static class StatuteApplicationBuilderExtensions
{
    /// <summary>
    /// Holds the application to the table. Call it before the application's own UseRouting, UseAuthentication and UseAuthorization;
    /// authentication and authorization are placed here, so that they need not be called at all. Where they are not, what the application
    /// places in front of this call sees their refusals, which WebApplication by itself would keep from it.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <returns>The application, for further calls.</returns>
    /// <exception cref="InvalidOperationException">AddStatute was not called, or UseStatute is called too late or twice.</exception>
    public static IApplicationBuilder UseStatute(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var placement = app.ApplicationServices.GetService<StatutePlacement>() ?? throw new InvalidOperationException(
            "UseStatute needs services that are missing. Call builder.Services.AddStatute() before the application is built.");
        EnsureFirst(app, placement);
        placement.Place(app);

        app.UseMiddleware<RouteMiddleware>();

        // WebApplication asks whether they are there; the application's own calls write over what they hold.
        app.Properties[Recognitions.AuthenticationProperty] = placement;
        app.Properties[Recognitions.AuthorizationProperty] = placement;
        app.Use(next =>
        {
            app.ApplicationServices.GetRequiredService<LateRoad>().Place(Late(app));
            var identity = Identity(app, next, Unheld(app, placement, next), placement.PlacesAuthorization);
            placement.Deferred = new DeferredEntry(identity, app.ApplicationServices);
            return identity;
        });
        return app;
    }

    private static RequestDelegate Late(IApplicationBuilder app)
    {
        var identity = Identity(app, RunSelectedAsync, Asking(app, RunSelectedAsync), isPlaced: false);
        return ActivatorUtilities.CreateInstance<RouteMiddleware>(app.ApplicationServices, identity, true).InvokeAsync;
    }

    private static RequestDelegate Identity(IApplicationBuilder app, RequestDelegate next, RequestDelegate unheld, bool isPlaced) =>
        new IdentityMiddleware(
            next,
            Asking(app, IdentityMiddleware.PassAsync),
            unheld,
            isPlaced,
            app.ApplicationServices.GetRequiredService<RequestHandlers>(),
            app.ApplicationServices.GetRequiredService<EndpointRulesCache>(),
            app.ApplicationServices.GetRequiredService<IOptions<StatuteOptions>>()).InvokeAsync;

    /// <summary>The end of the late road: the endpoint that stood in the way is running already.</summary>
    private static Task RunSelectedAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.RequestDelegate is { } run)
        {
            return run(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static RequestDelegate Asking(IApplicationBuilder app, RequestDelegate end)
    {
        var identity = app.New();
        identity.UseAuthentication();
        identity.UseAuthorization();
        identity.Run(end);
        return identity.Build();
    }

    /// <summary>
    /// The identity of endpoints that are left alone. Where the application places authentication and authorization itself, they are
    /// asked there and not here, so that what it has placed in front of them sees their refusals as ever.
    /// </summary>
    private static RequestDelegate Unheld(IApplicationBuilder app, StatutePlacement placement, RequestDelegate next)
    {
        var identity = app.New();
        if (!placement.PlacesAuthentication)
        {
            identity.UseAuthentication();
        }

        if (!placement.PlacesAuthorization)
        {
            identity.UseAuthorization();
        }

        identity.Run(next);
        return identity.Build();
    }

    private static void EnsureFirst(IApplicationBuilder app, StatutePlacement placement)
    {
        if (placement.IsPlaced)
        {
            throw new InvalidOperationException("UseStatute is called twice. Call it once, first on the application.");
        }

        foreach (var (property, call) in (ReadOnlySpan<(string, string)>)
            [
                (Recognitions.RouteBuilderProperty, "UseRouting"),
                (Recognitions.AuthenticationProperty, "UseAuthentication"),
                (Recognitions.AuthorizationProperty, "UseAuthorization"),
            ])
        {
            if (app.Properties.ContainsKey(property))
            {
                throw new InvalidOperationException(
                    $"UseStatute is called after {call}, so that requests would be refused before the table is asked. "
                    + $"Move app.UseStatute() in front of app.{call}().");
            }
        }
    }
}
