using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Statute.AspNetCore.Identity;

/// <summary>
/// The schemes that answer requests by themselves at paths of their own: the callback of a login. No endpoint stands there, so that they
/// have their turn before an endpoint of ours refuses. Nobody's credentials are checked for it.
/// </summary>
internal sealed class RequestHandlers(IAuthenticationSchemeProvider schemes)
{
    /// <summary>Whether one of them has answered.</summary>
    internal async ValueTask<bool> HandleAsync(HttpContext context)
    {
        var handlers = context.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>();
        foreach (var scheme in await schemes.GetRequestHandlerSchemesAsync())
        {
            if (await handlers.GetHandlerAsync(context, scheme.Name) is IAuthenticationRequestHandler handler
                && await handler.HandleRequestAsync())
            {
                return true;
            }
        }

        return false;
    }
}
