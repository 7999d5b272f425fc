using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Answers;

/// <summary>Whose answer it is.</summary>
internal static class AnsweringEndpoint
{
    /// <summary>
    /// The endpoint by whose rules the answer is judged. The application's exception handler takes the endpoint away that has failed, or
    /// runs one of its own in its place: what it answers is still the answer of the one that failed.
    /// </summary>
    internal static Endpoint? Of(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
}
