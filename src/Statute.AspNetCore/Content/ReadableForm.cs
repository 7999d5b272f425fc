using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Whether a request has a form that may be read. One whose antiforgery token is not valid may not: the binder refuses it, and whoever else
/// only asks what it is is failed.
/// </summary>
internal static class ReadableForm
{
    internal static bool IsIn(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } && context.Request.HasFormContentType;
}
