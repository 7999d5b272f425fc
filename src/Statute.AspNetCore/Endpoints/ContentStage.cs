using Microsoft.AspNetCore.Http;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Content;
using Statute.Judging;
using Statute.Problems;

namespace Statute.AspNetCore.Endpoints;

/// <summary>
/// Reads and judges the content that an endpoint binds from JSON or a form, before the handler runs, and reads what is to be kept.
/// Streams and pipes are the handler's to read.
/// </summary>
internal sealed class ContentStage(HandlerStage next, ContentRules content, StatuteOptions options)
{
    /// <summary>Runs the handler for a request that Statute does not hold.</summary>
    internal Task PassAsync(HttpContext context) => next.PassAsync(context);

    internal Task InvokeAsync(HttpContext context, Exchange exchange, bool hasContent)
    {
        if (content.Json is { } json)
        {
            if (!hasContent && json.IsRequired)
            {
                exchange.Received.NoteEmpty();
                return RefuseAsync(exchange, content.Judge(exchange));
            }

            if (hasContent && MediaType.TryParse(context.Request.ContentType, out var type) && type.IsJson)
            {
                return ReadJsonAsync(context, exchange, json);
            }
        }

        if (!hasContent)
        {
            return next.InvokeAsync(context, exchange);
        }

        return content.MaxKeptContent(context) is null ? ReadBoundAsync(context, exchange) : KeepAsync(context, exchange);
    }

    private Task ReadBoundAsync(HttpContext context, Exchange exchange) =>
        content is { Json: null, ReadsForm: true } && ReadableForm.IsIn(context)
            ? ReadFormAsync(context, exchange)
            : next.InvokeAsync(context, exchange);

    private async Task KeepAsync(HttpContext context, Exchange exchange)
    {
        var received = exchange.Received;
        await received.ReadAsync(context, exchange.MaxContentLength);
        if (received.HasFailed)
        {
            await RefuseAsync(exchange, content.Judge(exchange));
            return;
        }

        await ReadBoundAsync(context, exchange);
    }

    private async Task ReadJsonAsync(HttpContext context, Exchange exchange, JsonBinding json)
    {
        var received = exchange.Received;
        await received.ReadJsonAsync(context, exchange.MaxContentLength);
        if (received.HasFailed || received.Scan.Fault != JsonFault.None)
        {
            await RefuseAsync(exchange, content.Judge(exchange));
            return;
        }

        if ((received.Scan.IsNull && json.IsRequired) || received.Scan.HasHugeNumber)
        {
            // Neither fails in the binder: of a number that is too large it makes infinity.
            var verdict = content.JudgeValues(exchange);
            if (!verdict.IsPass)
            {
                await RefuseAsync(exchange, verdict);
                return;
            }
        }

        await next.InvokeAsync(context, exchange);
    }

    private async Task ReadFormAsync(HttpContext context, Exchange exchange)
    {
        var received = exchange.Received;
        await received.ReadFormAsync(context);
        if (received.HasFailed || received.IsMalformedForm)
        {
            await RefuseAsync(exchange, content.Judge(exchange));
            return;
        }

        await next.InvokeAsync(context, exchange);
    }

    private Task RefuseAsync(Exchange exchange, Verdict verdict)
    {
        exchange.Refuse(verdict, options.Table.RowOf(verdict.Problem));
        return Task.CompletedTask;
    }
}
