using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Statute.AspNetCore.Answers;

namespace Statute.Jobs.Wire;

/// <summary>
/// The answer that a job has ended with, as if the request had been synchronous. It was judged when the job ran: it leaves as it is.
/// </summary>
internal sealed class AnswerReply(StoredAnswer answer) : JobReply
{
    /// <summary>Whether the answer is read at a place of its own, where nobody else may get it, nor out of a cache.</summary>
    internal bool IsResult { get; init; }

    public override async Task ExecuteAsync(HttpContext httpContext)
    {
        var exchange = httpContext.Features.GetRequiredFeature<Exchange>();
        exchange.LetPass();
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        httpContext.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = exchange.Owner.Table.Find(answer.Status)?.Message;
        foreach (var (name, values) in answer.Fields)
        {
            response.Headers[name] = name.Equals(HeaderNames.Vary, StringComparison.OrdinalIgnoreCase)
                ? StringValues.Concat(response.Headers.Vary, values)
                : values;
        }

        if (IsRepeat)
        {
            response.Headers[ReplayedField] = "true";
        }

        if (IsResult)
        {
            response.Headers.CacheControl = "no-store";
            response.Headers.XContentTypeOptions = "nosniff";
        }

        if (MayHaveContent(answer.Status))
        {
            response.ContentLength = answer.Content.Length;
        }

        if (!answer.Content.IsEmpty && !HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(answer.Content, httpContext.RequestAborted);
        }
    }

    /// <summary>Nor a length of it, where not (RFC 9110, 8.6).</summary>
    private static bool MayHaveContent(int status) => status is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified);
}
