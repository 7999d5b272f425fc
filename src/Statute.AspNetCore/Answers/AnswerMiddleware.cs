using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Deferred;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Routing;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// The outermost step: opens the exchange, and when everything within has ended, judges the answer. It stands outside of whatever the
/// application places, also of the exception pages, so that no answer passes by it.
/// </summary>
internal sealed class AnswerMiddleware
{
    private readonly RequestDelegate _next;
    private readonly StatuteOptions _options;
    private readonly RefusalWriter _writer;
    private readonly EndpointRulesCache _rules;
    private readonly AnswerFolding _folding;

    /// <summary>
    /// Kept where the server keeps the request: Kestrel uses one for all requests of a connection, one after the other. What the
    /// application is handed is therefore never used for another connection, even where it is written to after its request has ended.
    /// </summary>
    private readonly ConditionalWeakTable<IFeatureCollection, Exchange> _exchanges = [];

    private readonly ExceptedPaths _except;
    private readonly string?[] _phrases = new string?[600];

    public AnswerMiddleware(
        RequestDelegate next,
        IOptions<StatuteOptions> options,
        ExceptedPaths except,
        RefusalWriter writer,
        EndpointRulesCache rules,
        AnswerFolding folding,
        RouteStage route,
        bool isDeferred = false)
    {
        _next = next;
        IsDeferred = isDeferred;
        _options = options.Value;
        _writer = writer;
        _rules = rules;
        _folding = folding;
        _except = except;
        Route = route;
        foreach (var row in _options.Table.Rows)
        {
            // The server has bytes ready for the phrases it knows; only another one is set, since setting it allocates.
            _phrases[row.Code] = row.Message == ReasonPhrases.GetReasonPhrase(row.Code) ? null : row.Message;
        }
    }

    public Task InvokeAsync(HttpContext context)
    {
        // What was accepted was held then.
        if (!IsDeferred && _except.Contain(context.Request.Path))
        {
            return _next(context);
        }

        var exchange = ExchangeOf(context.Features);
        exchange.Begin(context);
        Task within;
        try
        {
            within = _next(context);
        }
        catch (Exception e)
        {
            within = Task.FromException(e);
        }

        if (!within.IsCompletedSuccessfully || IsRefused(exchange))
        {
            return EndAsync(exchange, within);
        }

        _folding.Observe(exchange);
        exchange.End();
        return Task.CompletedTask;
    }

    /// <summary>Whether it opens the exchanges of requests that were accepted before.</summary>
    internal bool IsDeferred { get; }

    internal StatusTable Table => _options.Table;

    internal RouteStage Route { get; }

    /// <summary>Judges the answer when its first bytes are to be sent.</summary>
    internal GateState Judge(Exchange exchange)
    {
        var context = exchange.Context;
        var isHead = context.Request.Method == HttpMethods.Head;
        if (exchange.Received.HasFailed)
        {
            // Whatever the handler says of content that it did not get: the refusal takes its place.
            return GateState.Withheld;
        }

        if (_options.Table.Find(context.Response.StatusCode) is { Kind: RowKind.Normal } && !isHead)
        {
            SetPhrase(exchange);
            return GateState.Passing;
        }

        if (!IsHeld(exchange))
        {
            return GateState.Passing;
        }

        if (IsAbnormalRow(_folding.CodeOf(context)))
        {
            return GateState.Withheld;
        }

        Pass(exchange);
        return isHead ? GateState.Discarding : GateState.Passing;
    }

    /// <summary>Judges a withheld answer anew, since whoever answers may have thought better of its status.</summary>
    internal GateState JudgeWithheld(Exchange exchange)
    {
        var context = exchange.Context;
        if (exchange.Received.HasFailed || IsAbnormalRow(_folding.CodeOf(context)))
        {
            return GateState.Withheld;
        }

        if (exchange.Gate.Withheld.Overflowed)
        {
            // Its beginning is lost: half an answer is none.
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return GateState.Withheld;
        }

        Pass(exchange);
        return context.Request.Method == HttpMethods.Head ? GateState.Discarding : GateState.Passing;
    }

    /// <summary>Folds a status that was set while the answer was starting, when its content can no longer become another one.</summary>
    internal void JudgeStart(Exchange exchange)
    {
        var context = exchange.Context;
        var status = context.Response.StatusCode;
        if (status == StatusCodes.Status101SwitchingProtocols)
        {
            // The server starts so when it has switched; one that the application has only said was judged before.
            return;
        }

        if (_options.Table.Find(status) is null && IsHeld(exchange) && _folding.CodeOf(context) != status)
        {
            Pass(exchange);
        }
    }

    /// <summary>Writes the refusal before the handler has ended, unless the handler may still say what belongs into it.</summary>
    internal Task RefuseEarlyAsync(Exchange exchange) =>
        exchange.Received.HasFailed || _writer.Awaits(exchange) ? Task.CompletedTask : RefuseAsync(exchange);

    /// <summary>Writes the refusal now; whatever the handler still writes is dropped.</summary>
    internal async Task RefuseAsync(Exchange exchange)
    {
        _folding.Fold(exchange);
        exchange.Gate.Discard();
        await _writer.WriteAsync(exchange);
    }

    private async Task EndAsync(Exchange exchange, Task within)
    {
        try
        {
            try
            {
                await within;
            }
            catch (Exception e) when (IsHeld(exchange) && IsGone(exchange.Context, e))
            {
                if (IsDeferred || e is OperationCanceledException or IOException)
                {
                    throw;
                }

                // Wrapped in another exception the server would take it for a failure. Whoever has told a deferred request to end gets
                // the exception instead, of whatever kind: it is the only sign that this is no answer.
                return;
            }
            catch (Exception e) when (MayRefuse(exchange))
            {
                if (e is BadHttpRequestException { StatusCode: var status })
                {
                    // The server's own word on the request while it was read: a row as any other. What was written before is no word.
                    exchange.ForgetUnsent();
                    exchange.Context.Response.StatusCode = IsAbnormalRow(status) ? status : StatusCodes.Status400BadRequest;
                }
                else
                {
                    exchange.Fail(e);
                }

                await RefuseAsync(exchange);
                return;
            }

            if (IsRefused(exchange))
            {
                await RefuseAsync(exchange);
            }
        }
        finally
        {
            _folding.Observe(exchange);
            exchange.End();
        }
    }

    private bool IsRefused(Exchange exchange)
    {
        var context = exchange.Context;
        switch (exchange.Gate.State)
        {
            case GateState.Passing or GateState.Discarding:
                return false;
            case GateState.Unsent or GateState.Withheld:
                return exchange.Gate.Decide() == GateState.Withheld;
            case GateState.Open:
                break;
        }

        if (context.Response.HasStarted)
        {
            return false;
        }

        if (_options.Table.Find(context.Response.StatusCode) is not { Kind: RowKind.Normal })
        {
            if (!IsHeld(exchange))
            {
                return false;
            }

            if (IsAbnormalRow(_folding.CodeOf(context)))
            {
                return true;
            }
        }

        Pass(exchange);
        return false;
    }

    private bool MayRefuse(Exchange exchange) => exchange.MayRefuse && IsHeld(exchange);

    /// <summary>Nobody is there any more to be told, and it is no failure: the server ends the request as it does by itself.</summary>
    private static bool IsGone(HttpContext context, Exception exception) =>
        context.Features.Get<DeferredRequest>() is { } deferred
            ? deferred.Ended.IsCancellationRequested
            : context.RequestAborted.IsCancellationRequested && IsEndOfReading(exception);

    /// <summary>Whether it was called off, or the connection has ended; whoever waits for a task synchronously has that wrapped.</summary>
    private static bool IsEndOfReading(Exception? exception) => exception switch
    {
        null => false,
        OperationCanceledException or IOException => true,
        AggregateException { InnerExceptions: var several } => several.Any(IsEndOfReading),
        _ => IsEndOfReading(exception.InnerException),
    };

    internal bool IsHeld(Exchange exchange) => !exchange.IsLeftAlone && _rules.IsHeld(AnsweringEndpoint.Of(exchange.Context));

    /// <summary>Whether the answer, as it stands now, becomes a 500 that is logged with an incident's id.</summary>
    internal bool EndsAsFailure(Exchange exchange) =>
        MayRefuse(exchange) && _folding.CodeOf(exchange.Context) == StatusCodes.Status500InternalServerError;

    private bool IsAbnormalRow(int status) => status >= StatusCodes.Status400BadRequest && _options.Table.Find(status) is not null;

    private void Pass(Exchange exchange)
    {
        _folding.Fold(exchange);
        SetPhrase(exchange);
    }

    private void SetPhrase(Exchange exchange)
    {
        var status = exchange.Context.Response.StatusCode;
        if ((uint)status < (uint)_phrases.Length && _phrases[status] is { } phrase && IsHeld(exchange))
        {
            exchange.Context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase ??= phrase;
        }
    }

    private Exchange ExchangeOf(IFeatureCollection server)
    {
        if (!_exchanges.TryGetValue(server, out var exchange))
        {
            exchange = new Exchange(this, _options.MaxFieldCount);
            _exchanges.Add(server, exchange);
        }

        return exchange;
    }
}
