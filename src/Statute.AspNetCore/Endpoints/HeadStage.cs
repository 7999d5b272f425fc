using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Statute.AspNetCore.Answers;
using Statute.Judging;

namespace Statute.AspNetCore.Endpoints;

/// <summary>
/// The inner half of the road: stands before the handler, behind everything else that the application placed, and judges what the head
/// says of the content.
/// </summary>
internal sealed class HeadStage(RequestDelegate handler, MediaTypeSet accepts, string codings, StatuteOptions options)
{
    internal Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<Exchange>() is not { } exchange)
        {
            return handler(context);
        }

        return exchange.FoundAtSecondLook ? JudgeAtSecondLookAsync(context, exchange) : JudgeAsync(context, exchange);
    }

    // A method of its own, so that only it pays for the closure.
    private Task JudgeAtSecondLookAsync(HttpContext context, Exchange exchange) =>
        CrossOrigin.AnswerAsync(context, context.GetEndpoint(), c => JudgeAsync(c, exchange));

    private Task JudgeAsync(HttpContext context, Exchange exchange)
    {
        var request = context.Request;
        var verdict = Judge.Head(new HeadFacts
        {
            Accepts = accepts,
            HasContent = HasContent(context),
            ContentType = request.ContentType,
            ContentCoding = request.Headers.ContentEncoding,
            ContentLength = request.ContentLength,
            MaxContentLength = exchange.MaxContentLength,
        });
        if (!verdict.IsPass)
        {
            SetFields(context, verdict.Problem);
            exchange.Refuse(verdict, options.Table.RowOf(verdict.Problem));
            return Task.CompletedTask;
        }

        if (accepts.IsDeclared && request.ContentType is { } type && MediaType.HasQuotedCharset(type))
        {
            // Minimal APIs fail on charset="utf-8" (a 500); JSON is UTF-8 without being told.
            request.ContentType = MediaType.WithoutCharset(type);
        }

        return handler(context);
    }

    private static bool HasContent(HttpContext context) => context.Request.ContentLength is { } length
        ? length > 0
        : context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? false;

    private void SetFields(HttpContext context, ProblemType problem)
    {
        if (problem == ProblemType.UnsupportedMediaType)
        {
            ContentFields.Accept(context, accepts);
        }
        else if (problem == ProblemType.UnsupportedContentCoding)
        {
            context.Response.Headers.AcceptEncoding = codings;
        }
    }
}
