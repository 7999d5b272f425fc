using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Identity;
using Statute.Judging;
using Statute.Problems;

namespace Statute.AspNetCore.Answers;

/// <summary>The one writer of refusals. It never throws. It says what the table says, what the caller's own
/// request is wrong in, and below 500 the application's own words.</summary>
internal sealed class RefusalWriter(
    IOptions<StatuteOptions> options, ChallengeFields challenge, ContentDrain drain, ILogger<RefusalWriter> logger)
{
    /// <summary>Fields that described the content which the refusal takes the place of.</summary>
    private static readonly string[] ContentFields =
    [
        HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage,
        HeaderNames.ContentRange, HeaderNames.ContentDisposition, HeaderNames.ContentLocation, HeaderNames.ContentMD5,
        HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.CacheControl, HeaderNames.Expires, HeaderNames.Pragma,
        HeaderNames.AcceptRanges, HeaderNames.TransferEncoding, HeaderNames.Trailer,
    ];

    private readonly StatuteOptions _options = options.Value;

    internal async Task WriteAsync(Exchange exchange)
    {
        var context = exchange.Context;
        var content = exchange.Content;
        try
        {
            var verdict = VerdictOf(exchange);
            var row = verdict.IsPass ? _options.Table.Find(context.Response.StatusCode)! : _options.Table.RowOf(verdict.Problem);
            var incident = $"urn:uuid:{Guid.CreateVersion7()}";
            var problem = verdict.IsPass ? Foreign(exchange, row, incident) : Own(context, verdict, row, incident);
            logger.Refused(context.Request.Method, context.Request.Path.ToUriComponent(), row.Code, problem.Type, problem.Detail, incident);

            await SetFieldsAsync(context, row);
            await WriteAsync(context, exchange.Gate.Server, problem);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            logger.RefusalFailed(e);
            context.Abort();
            return;
        }

        exchange.LiftLimit();
        await drain.DrainAsync(context, content);
    }

    /// <summary>What a stage decided, or what only the end shows: that nobody answered.</summary>
    private Verdict VerdictOf(Exchange exchange)
    {
        var response = exchange.Context.Response;
        var status = response.StatusCode;
        if (!exchange.Verdict.IsPass && _options.Table.RowOf(exchange.Verdict.Problem).Code == status)
        {
            return exchange.Verdict;
        }

        if (exchange.Context.GetEndpoint()?.RequestDelegate is null && status == StatusCodes.Status404NotFound)
        {
            return Judge.Route(new RouteFacts
            {
                Limits = _options.HeadLimits,
                Method = exchange.Context.Request.Method,
                MethodKnown = true,
                Path = PathMatch.Missing,
            });
        }

        return Verdict.Pass;
    }

    private Problem Own(HttpContext context, Verdict verdict, StatusRow row, string incident) => Problem.Of(
        row,
        _options.TypeOf(verdict.Problem.Name()),
        verdict.Detail,
        incident,
        HasRetryAfter(context),
        verdict.Header is null ? [] : [new ProblemError(verdict.Detail!, Header: verdict.Header)]);

    /// <summary>The application's own words under a row, where it left any that may be said.</summary>
    private Problem Foreign(Exchange exchange, StatusRow row, string incident)
    {
        var context = exchange.Context;
        var withheld = ContentDecoding.Decode(exchange.Gate.Withheld.Written, context.Response.Headers.ContentEncoding);
        var body = ProblemReader.Read(withheld.Span, context.Response.ContentType);
        return Problem.From(row, _options.TypeOf($"{row.Code}"), body, incident, HasRetryAfter(context));
    }

    private async Task SetFieldsAsync(HttpContext context, StatusRow row)
    {
        var response = context.Response;
        foreach (var name in ContentFields)
        {
            response.Headers.Remove(name);
        }

        response.StatusCode = row.Code;
        context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = row.Message;
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/problem+json";
        switch (row.Code)
        {
            case StatusCodes.Status401Unauthorized:
                await challenge.CompleteAsync(context);
                break;
            case StatusCodes.Status413PayloadTooLarge when HttpProtocol.IsHttp11(context.Request.Protocol):
                response.Headers.Connection = "close";
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, IHttpResponseBodyFeature server, Problem problem)
    {
        var body = new ArrayBufferWriter<byte>(512);
        ProblemWriter.Write(problem, body);
        context.Response.ContentLength = body.WrittenCount;
        if (context.Request.Method != HttpMethods.Head)
        {
            await server.Writer.WriteAsync(body.WrittenMemory, context.RequestAborted);
        }

        await server.CompleteAsync();
    }

    private static bool HasRetryAfter(HttpContext context) => context.Response.Headers.RetryAfter.Count > 0;
}
