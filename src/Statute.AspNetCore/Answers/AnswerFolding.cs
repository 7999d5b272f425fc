using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Routing;
using Statute.Folding;
using Statute.Judging;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// Gives an answer outside the table the code of the row that takes it, and keeps the code that it had: in the log, and in the counters
/// <c>statute.answers.folded</c> and <c>statute.answers.observed</c>. Redirects pass, and are counted in
/// <c>statute.answers.redirected</c>.
/// </summary>
internal sealed class AnswerFolding
{
    /// <summary>Asks for a difference (RFC 3229, 10.5.3).</summary>
    private const string DeltaField = "A-IM";

    private const string KeyField = "Idempotency-Key";

    private readonly StatusTable _table;
    private readonly EndpointRulesCache _rules;
    private readonly ILogger _logger;
    private readonly Counter<long> _folded;
    private readonly Counter<long> _observed;
    private readonly Counter<long> _redirected;

    public AnswerFolding(
        IOptions<StatuteOptions> options, EndpointRulesCache rules, IMeterFactory meters, ILogger<AnswerFolding> logger)
    {
        _table = options.Value.Table;
        _rules = rules;
        _logger = logger;
        var meter = meters.Create("Statute");
        _folded = meter.CreateCounter<long>(
            "statute.answers.folded", "{answer}", "Answers whose status is outside the table, by that status and the row that took it.");
        _observed = meter.CreateCounter<long>(
            "statute.answers.observed", "{answer}", "Answers that left with a status outside the table, by it and the row that fits it.");
        _redirected = meter.CreateCounter<long>(
            "statute.answers.redirected", "{answer}", "Redirects, which are outside the table and pass, by their status.");
    }

    /// <summary>The code that an answer is going to leave with, by its status as it stands now.</summary>
    internal int CodeOf(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (_table.Find(status) is not null)
        {
            return status;
        }

        // The answer to a preflight is a browser's and CORS's own affair.
        return status == StatusCodes.Status204NoContent && Preflight.MethodOf(context.Request) is not null
            ? status
            : Judge.Answer(FactsOf(context, status));
    }

    /// <summary>
    /// Folds an answer that is about to leave. Not earlier: whoever answers may think better of it, and until then the application's own
    /// middleware goes by the status that the application has set.
    /// </summary>
    internal void Fold(Exchange exchange)
    {
        var context = exchange.Context;
        var status = context.Response.StatusCode;
        var code = CodeOf(context);
        if (code == status)
        {
            NoteRedirect(context, status);
            return;
        }

        exchange.OriginalStatus = status;
        if (status == StatusCodes.Status412PreconditionFailed && context.Response.Headers.ETag is [{ Length: > 0 } tag])
        {
            exchange.CurrentTag = tag;
        }

        context.Response.StatusCode = code;
        // A phrase of the application's own belongs to the code that it had.
        context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = null;
        _folded.Add(1, new("http.response.status_code", status), new("statute.row", code));
        // A refusal is told of anyway; what was done is done, however it is called.
        var level = code >= StatusCodes.Status400BadRequest ? LogLevel.Information : LogLevel.Debug;
        if (_logger.IsEnabled(level))
        {
            _logger.Folded(level, context.Request.Method, context.Request.Path.ToUriComponent(), status, code);
        }
    }

    /// <summary>Notes what a profile that changes nothing would have changed.</summary>
    internal void Observe(Exchange exchange)
    {
        var context = exchange.Context;
        var status = context.Response.StatusCode;
        if (_table.Find(status) is not null || !_rules.IsObserved(AnsweringEndpoint.Of(context)))
        {
            return;
        }

        var code = CodeOf(context);
        if (code != status)
        {
            _observed.Add(1, new("http.response.status_code", status), new("statute.row", code));
            _logger.Observed(context.Request.Method, context.Request.Path.ToUriComponent(), status, code);
        }
        else
        {
            NoteRedirect(context, status);
        }
    }

    /// <summary>What has no fold and passes is a redirect; what passes because it was asked for is not worth a word.</summary>
    private void NoteRedirect(HttpContext context, int status)
    {
        if (_table.Find(status) is null && Folds.Of(status) is null)
        {
            _redirected.Add(1, new KeyValuePair<string, object?>("http.response.status_code", status));
            _logger.Redirected(context.Request.Method, context.Request.Path.ToUriComponent(), status);
        }
    }

    private AnswerFacts FactsOf(HttpContext context, int status)
    {
        var method = context.Request.Method;
        var fields = context.Request.Headers;
        var isRead = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        return new AnswerFacts
        {
            Table = _table,
            Status = status,
            AsksUpgrade = AsksUpgrade(context),
            AsksRange = isRead && IsSaid(fields.Range),
            AsksDelta = isRead && IsSaid(fields[DeltaField]),
            AsksCondition = isRead && (IsSaid(fields.IfNoneMatch) || IsSaid(fields.IfModifiedSince)),
            IsRepeatHarmless = IdempotentMethods.Contain(method)
                || fields.ContainsKey(KeyField) || context.Response.Headers.RetryAfter.Count > 0,
        };
    }

    /// <summary>
    /// A server that can switch protocols has begun the answer by itself when it does; only where it cannot, as the test server, is 101
    /// said by whoever accepts a WebSocket.
    /// </summary>
    private static bool AsksUpgrade(HttpContext context) =>
        IsSaid(context.Request.Headers.Upgrade) && context.Features.Get<IHttpUpgradeFeature>() is null
        && HttpProtocol.IsHttp11(context.Request.Protocol);

    /// <summary>A field that is sent empty asks for nothing.</summary>
    private static bool IsSaid(StringValues field) => !StringValues.IsNullOrEmpty(field);
}
