using Microsoft.AspNetCore.Http;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Routing;
using Statute.Judging;

namespace Statute.AspNetCore.Endpoints;

/// <summary>The endpoints that the outer half selects in place of the application's.</summary>
internal static class OwnEndpoints
{
    /// <summary>An endpoint that does nothing: static files, pages and whatever else stands further down get their turn.</summary>
    internal static Endpoint Nobody { get; } = new(requestDelegate: null, EndpointMetadataCollection.Empty, "404 Not Found");

    /// <summary>Refuses by a verdict of the first stage.</summary>
    internal static OwnEndpoint Refusal(Verdict verdict, StatusRow row, PathLookup found) => new OwnEndpoint(
        context =>
        {
            if (verdict.Problem == ProblemType.MethodNotAllowed)
            {
                context.Response.Headers.Allow = found.Allow;
            }
            else if (verdict.Problem == ProblemType.UnsupportedMediaType)
            {
                ContentFields.Accept(context, found.Accepts!);
            }

            context.Features.Get<Exchange>()?.Refuse(verdict, row);
            return Task.CompletedTask;
        },
        found.Endpoint,
        $"{row.Code} {row.Message}");

    /// <summary>Answers OPTIONS: 200 with the methods that work here, and what POST and PATCH accept (RFC 9110, 9.3.7).</summary>
    internal static Endpoint Options(PathLookup found) => new OwnEndpoint(
        context =>
        {
            context.Response.Headers.Allow = found.Allow;
            context.Response.ContentLength = 0;
            foreach (var (method, accepts) in found.AcceptsByMethod ?? [])
            {
                ContentFields.AcceptFor(method, context.Response, accepts);
            }

            return Task.CompletedTask;
        },
        found.Endpoint,
        "OPTIONS");
}
