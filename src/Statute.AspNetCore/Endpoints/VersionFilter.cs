using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.Primitives;
using Statute.AspNetCore.Answers;
using Statute.Judging;

namespace Statute.AspNetCore.Endpoints;

/// <summary>
/// Keeps a reader from being sent what it has, and a writer from overwriting what it has not seen (RFC 9110, 13.1). The current version is
/// what the GET of the same path says.
/// </summary>
internal sealed class VersionFilter(VersionMetadata versions) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var method = context.HttpContext.Request.Method;
        return HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? ReadAsync(context, next) : WriteAsync(context, next);
    }

    private async ValueTask<object?> ReadAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (TagOf(result) is not { } tag)
        {
            context.HttpContext.Features.Get<VersionQuestion>()?.Note(result);
            return result;
        }

        var http = context.HttpContext;
        http.Response.Headers.ETag = tag;
        return EntityTag.Matches(http.Request.Headers.IfNoneMatch, tag, strongly: false)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : result;
    }

    private async ValueTask<object?> WriteAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<IRequestDemands>()?.DefersPreconditions(http) == true)
        {
            return await next(context);
        }

        var fields = http.Request.Headers;
        if ((HasValue(fields.IfMatch) || HasValue(fields.IfNoneMatch)) && await RefuseAsync(http) is { } refusal)
        {
            return refusal;
        }

        try
        {
            var result = await next(context);
            if (TagOf(result) is { } tag)
            {
                http.Response.Headers.ETag = tag;
            }

            return result;
        }
        catch (Exception e) when (Recognitions.ConflictOf(e) == DatabaseConflict.Concurrent)
        {
            // Two had seen the same version, and the other one was faster.
            NoteTag(http, (await CurrentVersion.OfAsync(http)).TagToTell);
            throw;
        }
    }

    /// <summary>Refuses a write whose conditions do not hold, or of which nobody can say that they hold.</summary>
    private static async ValueTask<EmptyHttpResult?> RefuseAsync(HttpContext context)
    {
        var fields = context.Request.Headers;
        var current = await CurrentVersion.OfAsync(context);
        if (HasValue(fields.IfMatch) && !current.Matches(fields.IfMatch))
        {
            return Conflict(context, ProblemType.EditConflict, current.TagToTell);
        }

        if (!HasValue(fields.IfNoneMatch))
        {
            return null;
        }

        return current.IsNamedBy(fields.IfNoneMatch) ? Conflict(context, ProblemType.AlreadyExists, current.TagToTell)
            : current.IsUnknownTo(fields.IfNoneMatch) ? Conflict(context, ProblemType.EditConflict, current.TagToTell)
            : null;
    }

    /// <summary>A field that is sent empty names nothing, and is none.</summary>
    private static bool HasValue(StringValues field) => !StringValues.IsNullOrEmpty(field);

    private static EmptyHttpResult Conflict(HttpContext context, ProblemType problem, string? current)
    {
        if (context.Features.Get<Exchange>() is { } exchange)
        {
            exchange.CurrentTag = current;
            exchange.Refuse(Verdict.Refuse(problem), exchange.Owner.Table.RowOf(problem));
        }
        else
        {
            context.Response.StatusCode = problem.Code();
        }

        return TypedResults.Empty;
    }

    private static void NoteTag(HttpContext context, string? tag)
    {
        if (context.Features.Get<Exchange>() is { } exchange)
        {
            exchange.CurrentTag = tag;
        }
    }

    private string? TagOf(object? result) => ValueOf(result) is { } value ? versions.TagOf(value) : null;

    private static object? ValueOf(object? result) => result switch
    {
        INestedHttpResult nested => ValueOf(nested.Result),
        IValueHttpResult { Value: var value } => value,
        IConvertToActionResult convertible => ValueOf(convertible.Convert()),
        ObjectResult { Value: var value } => value,
        _ => result,
    };
}
