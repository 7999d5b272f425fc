using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Deferred;
using Statute.Judging;

namespace Statute.AspNetCore.Endpoints;

/// <summary>
/// The inner half of the road: stands before the handler, behind everything else that the application placed, and judges what the head
/// says of the content.
/// </summary>
internal sealed class HeadStage(
    ContentStage next, ContentRules content, MediaTypeSet accepts, string codings, ContentBudget budget, StatuteOptions options)
{
    internal Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<Exchange>() is not { } exchange)
        {
            return next.PassAsync(context);
        }

        exchange.HasReachedEndpoint = true;
        if (exchange.Selection.Endpoint is { } selected && selected != exchange.Judged && !exchange.Owner.Route.Passes(exchange, selected))
        {
            return Task.CompletedTask;
        }

        return exchange.FoundAtSecondLook ? JudgeAtSecondLookAsync(context, exchange) : JudgeAsync(context, exchange);
    }

    // A method of its own, so that only it pays for the closure.
    private Task JudgeAtSecondLookAsync(HttpContext context, Exchange exchange) =>
        CrossOrigin.AnswerAsync(context, context.GetEndpoint(), c => JudgeAsync(c, exchange));

    private Task JudgeAsync(HttpContext context, Exchange exchange)
    {
        if (exchange.Owner.IsDeferred)
        {
            if (context.Features.Get<DeferredRequest>() is { } deferred && !deferred.IsOperation(context))
            {
                var problem = ProblemType.NotFound;
                exchange.Refuse(Verdict.Refuse(problem), options.Table.RowOf(problem));
                return Task.CompletedTask;
            }

            // The form was guarded when it came, by a cookie that is not kept.
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        var request = context.Request;
        var hasContent = HasContent(context);
        exchange.BeginRun(context.GetEndpoint());
        var facts = new HeadFacts
        {
            Accepts = accepts,
            HasContent = hasContent,
            ContentType = request.ContentType,
            ContentCoding = request.Headers.ContentEncoding,
            ContentLength = request.ContentLength,
            MaxContentLength = MaxContentLength(exchange),
            IsOverBudget = hasContent && !TryReserve(exchange),
            ParameterFaults = content.FieldFault(context) is { } fault ? [fault] : null,
        };
        var verdict = Judge.Head(facts);
        if (verdict is { IsPass: false, Problem: >= ProblemType.InvalidParameter })
        {
            verdict = Judge.Head(facts with { ParameterFaults = content.ParameterFaults(context) });
        }

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

        if (hasContent && !request.Body.CanSeek && (request.ContentLength is null || request.Body != exchange.Content))
        {
            // Of an unknown length, or longer than declared once a middleware has undone its coding.
            exchange.CountContent();
        }

        return next.InvokeAsync(context, exchange, hasContent);
    }

    private static bool HasContent(HttpContext context) => context.Request.ContentLength is { } length
        ? length > 0
        : context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? false;

    /// <summary>What is held as a whole can be no longer than what can be held, whatever the limit of the operation.</summary>
    private long? MaxContentLength(Exchange exchange)
    {
        if (content.Json is not null)
        {
            exchange.CapContent(budget.Size);
        }

        if (content.MaxKeptContent(exchange.Context) is { } most)
        {
            exchange.CapContent(most);
        }

        return exchange.MaxContentLength;
    }

    /// <summary>Takes the declared length from the budget; false where it has no room now. What is over the limit takes nothing.</summary>
    private bool TryReserve(Exchange exchange)
    {
        exchange.Received.CountIn(IsCounted(exchange) ? budget : null);
        return exchange.Context.Request.ContentLength is not { } length
            || length > exchange.MaxContentLength
            || exchange.Received.TryHold(length);
    }

    /// <summary>What was accepted before is in memory already, and is not refused for want of room.</summary>
    private bool IsCounted(Exchange exchange) => exchange.MaxContentLength <= budget.Size && !exchange.Owner.IsDeferred;

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
