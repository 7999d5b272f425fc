using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Routing;

/// <summary>The application's own page for an answer that has failed, which it makes by running its pipeline again.</summary>
internal static class ErrorPage
{
    /// <summary>Whether such a page is being made for a request, which was judged before.</summary>
    internal static bool IsMadeFor(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
