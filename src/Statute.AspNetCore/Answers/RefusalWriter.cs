using System.Buffers;
using Microsoft.AspNetCore.Diagnostics;
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
    IOptions<StatuteOptions> options, ProblemFactory problems, ChallengeFields challenge, ContentDrain drain, ILogger<RefusalWriter> logger)
{
    /// <summary>Fields that described the content which the refusal takes the place of.</summary>
    private static readonly string[] ContentFields =
    [
        HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage, HeaderNames.ContentRange,
        HeaderNames.ContentDisposition, HeaderNames.ContentLocation, HeaderNames.ContentMD5,
    ];

    /// <summary>Fields that said of the answer what is not so of a refusal, whatever its content.</summary>
    private static readonly string[] AnswerFields =
    [
        HeaderNames.ContentLength, HeaderNames.TransferEncoding, HeaderNames.Trailer, HeaderNames.ETag, HeaderNames.LastModified,
        HeaderNames.CacheControl, HeaderNames.Expires, HeaderNames.Pragma, HeaderNames.AcceptRanges,
    ];

    /// <summary>Beyond a year nobody waits.</summary>
    private const int MaxSeconds = 366 * 24 * 60 * 60;

    private readonly StatuteOptions _options = options.Value;

    /// <summary>Whether the application may still write what belongs into the refusal.</summary>
    internal bool Awaits(Exchange exchange) => problems.AwaitsWords(exchange);

    internal async Task WriteAsync(Exchange exchange)
    {
        var context = exchange.Context;
        var content = exchange.Content;
        try
        {
            if (problems.KeepsBody(exchange))
            {
                await WriteKeptAsync(exchange);
            }
            else
            {
                await WriteProblemAsync(exchange);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            logger.RefusalFailed(e);
            if (context.Response.HasStarted)
            {
                context.Abort();
            }
            else
            {
                // Something else is in the way of the answer, as a callback of its start that throws: a bare 500 is still an answer.
                context.Response.Headers.Clear();
                context.Response.Headers.CacheControl = "no-store";
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }

            return;
        }

        // Draining takes long, and nothing of the content is needed for it.
        exchange.Received.Drop(context);
        if (!exchange.Owner.IsDeferred)
        {
            exchange.LiftLimit();
            await drain.DrainAsync(context, content);
        }
    }

    private async Task WriteProblemAsync(Exchange exchange)
    {
        var context = exchange.Context;
        var body = problems.WordsOf(exchange);
        var verdict = problems.VerdictOf(exchange, body);
        var row = problems.RowOf(exchange, verdict);
        SetRetryAfter(exchange, verdict);
        var incident = $"urn:uuid:{Guid.CreateVersion7()}";
        var problem = problems.Create(exchange, verdict, row, body, incident);
        Log(exchange, problem);

        foreach (var name in ContentFields)
        {
            context.Response.Headers.Remove(name);
        }

        await SetFieldsAsync(exchange, verdict, row);
        context.Response.ContentType = "application/problem+json";
        var content = new ArrayBufferWriter<byte>(512);
        ProblemWriter.Write(problem, content, _options.Errors);
        await WriteAsync(exchange, content.WrittenMemory);
    }

    /// <summary>The application's own body, under the row's code.</summary>
    private async Task WriteKeptAsync(Exchange exchange)
    {
        var request = exchange.Context.Request;
        var row = _options.Table.Find(exchange.Context.Response.StatusCode)!;
        logger.Kept(request.Method, request.Path.ToUriComponent(), row.Code);
        await SetFieldsAsync(exchange, Verdict.Pass, row);
        await WriteAsync(exchange, exchange.Gate.Withheld.Written);
    }

    private void Log(Exchange exchange, Problem problem)
    {
        var request = exchange.Context.Request;
        var path = request.Path.ToUriComponent();
        if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            var error = exchange.Error ?? exchange.Context.Features.Get<IExceptionHandlerFeature>()?.Error;
            // .NET's own measure of failed requests, from whom the exception has been taken.
            if (error is not null && exchange.Context.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
            {
                metrics.Tags.Add(new KeyValuePair<string, object?>("error.type", error.GetType().FullName));
            }

            logger.Failed(error, request.Method, path, problem.Instance!);
        }
        else
        {
            logger.Refused(request.Method, path, problem.Status, problem.Type, problem.Detail, problem.Instance!);
        }
    }

    /// <summary>Not all who were refused together shall return together.</summary>
    private void SetRetryAfter(Exchange exchange, in Verdict verdict)
    {
        var isFolded = exchange is { OriginalStatus: not null, Context.Response.StatusCode: StatusCodes.Status503ServiceUnavailable }
            && exchange.Context.Response.Headers.RetryAfter.Count == 0;
        var delay = isFolded || verdict is { IsPass: false, Problem: ProblemType.ContentOverBudget or ProblemType.StorageFull }
            ? Spread(_options.RetryAfter)
            : Seconds(exchange.Refusal?.RetryAfter);
        if (delay is { } seconds)
        {
            exchange.Context.Response.Headers.RetryAfter = $"{seconds}";
        }
    }

    /// <summary>One of the whole seconds up to half as much again, and at least of the next one: each as likely as the others.</summary>
    private static int Spread(TimeSpan time)
    {
        var least = Seconds(time)!.Value;
        return least + Random.Shared.Next((int)Math.Ceiling(least / 2.0) + 1);
    }

    private static int? Seconds(TimeSpan? time) =>
        time is { } delay ? (int)Math.Clamp(Math.Ceiling(delay.TotalSeconds), 1, MaxSeconds) : null;

    private async Task SetFieldsAsync(Exchange exchange, Verdict verdict, StatusRow row)
    {
        var context = exchange.Context;
        var response = context.Response;
        foreach (var name in AnswerFields)
        {
            response.Headers.Remove(name);
        }

        response.StatusCode = row.Code;
        context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = row.Message;
        response.Headers.CacheControl = "no-store";
        if (exchange.CurrentTag is { } tag && row.Code == StatusCodes.Status409Conflict)
        {
            response.Headers.ETag = tag;
        }

        if (row.Code == StatusCodes.Status401Unauthorized)
        {
            await challenge.CompleteAsync(context);
        }

        var isUnread = row.Code == StatusCodes.Status413PayloadTooLarge
            || verdict is { IsPass: false, Problem: ProblemType.IncompleteContent };
        if (isUnread && HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            response.Headers.Connection = "close";
        }
    }

    private static async Task WriteAsync(Exchange exchange, ReadOnlyMemory<byte> content)
    {
        var context = exchange.Context;
        var server = exchange.Gate.Server;
        context.Response.ContentLength = content.Length;
        if (context.Request.Method != HttpMethods.Head)
        {
            await server.Writer.WriteAsync(content, context.RequestAborted);
        }

        await server.CompleteAsync();
    }
}
