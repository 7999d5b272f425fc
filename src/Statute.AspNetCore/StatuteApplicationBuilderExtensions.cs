using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Places Statute in an application's pipeline.</summary>
public static class StatuteApplicationBuilderExtensions
{
    /// <summary>
    /// Holds the application to the table. Call it before the application's own UseRouting, UseAuthentication and UseAuthorization;
    /// authentication and authorization are placed here, so that they need not be called at all.
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
        placement.IsPlaced = true;

        app.UseMiddleware<RouteMiddleware>();

        // Who is answered by an endpoint of ours is not asked for credentials, and no password is checked for it.
        app.Properties[Recognitions.AuthenticationProperty] = true;
        app.Properties[Recognitions.AuthorizationProperty] = true;
        app.UseWhen(static context => context.GetEndpoint() is not OwnEndpoint, static asked => asked
            .UseAuthentication()
            .UseAuthorization()
            .Use(PassIdentity));
        return app;
    }

    private static RequestDelegate PassIdentity(RequestDelegate next) => context =>
    {
        if (context.Features.Get<Exchange>() is { } exchange)
        {
            exchange.IdentityPassed = true;
        }

        return next(context);
    };

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
