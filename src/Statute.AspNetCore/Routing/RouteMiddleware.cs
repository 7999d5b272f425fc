using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Deferred;
using Statute.AspNetCore.Endpoints;
using Statute.Judging;

namespace Statute.AspNetCore.Routing;

/// <summary>
/// The outer half of the road. It finds out whom the path leads to, judges the first stage, and selects the endpoint that is run: the
/// application's own, or one of ours that refuses.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="options">The options.</param>
/// <param name="placement">Where routing stands.</param>
/// <param name="stage">The first stage.</param>
/// <param name="matcher">Asks routing for the request at hand.</param>
/// <param name="finder">Looks further where routing finds nobody.</param>
/// <param name="rules">The rules of the endpoints.</param>
/// <param name="pages">The pages of the problem types.</param>
/// <param name="isLate">Whether it stands on the late road: routing has answered by itself, perhaps in a branch.</param>
internal sealed class RouteMiddleware(
    RequestDelegate next,
    IOptions<StatuteOptions> options,
    StatutePlacement placement,
    RouteStage stage,
    EndpointMatcher matcher,
    PathFinder finder,
    EndpointRulesCache rules,
    ProblemPages pages,
    bool isLate = false)
{
    private readonly StatuteOptions _options = options.Value;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<Exchange>() is not { } exchange || ErrorPage.IsMadeFor(context))
        {
            return next(context);
        }

        if (!isLate)
        {
            exchange.Line = RequestLine.Of(context.Request);
        }

        return exchange.Selection.Endpoint is null && IsUnrouted(context)
            ? RouteAsync(context, exchange)
            : Enter(context, exchange, wasAsked: false);
    }

    /// <summary>
    /// Whether routing has not been asked yet. It is not asked twice of one request: what a matcher keeps with the request, as a version
    /// of the API that was asked for, would count twice.
    /// </summary>
    private bool IsUnrouted(HttpContext context) => placement.PlacesRouting || context.Features.Get<DeferredRequest>() is not null;

    /// <summary>Selects what the application's own routing will select behind us.</summary>
    private Task RouteAsync(HttpContext context, Exchange exchange)
    {
        exchange.Selection.IsAsking = true;
        var routing = matcher.RouteAsync(context);
        return routing.IsCompletedSuccessfully ? EnterAsked(context, exchange) : AwaitAsync(context, exchange, routing);
    }

    private async Task AwaitAsync(HttpContext context, Exchange exchange, Task routing)
    {
        await routing;
        await EnterAsked(context, exchange);
    }

    private Task EnterAsked(HttpContext context, Exchange exchange)
    {
        exchange.Selection.IsAsking = false;
        return Enter(context, exchange, wasAsked: true);
    }

    private Task Enter(HttpContext context, Exchange exchange, bool wasAsked)
    {
        // Routing's own answers are plain endpoints.
        if (exchange.Selection.Endpoint is not RouteEndpoint endpoint || Preflight.Chose(endpoint, context.Request))
        {
            return FindAsync(context, exchange, wasAsked);
        }

        var first = PageBefore(endpoint, context.Request) ?? endpoint;
        return Proceed(context, exchange, new PathLookup { Path = PathMatch.Found, Endpoint = first, WasAsked = wasAsked });
    }

    /// <summary>A page of a problem type comes before the endpoint that takes whatever nobody else takes.</summary>
    private Endpoint? PageBefore(Endpoint endpoint, HttpRequest request) =>
        rules.Of(endpoint).IsFallback && (request.Method == HttpMethods.Get || request.Method == HttpMethods.Head)
            ? pages.EndpointOf(request.Path)
            : null;

    private async Task FindAsync(HttpContext context, Exchange exchange, bool wasAsked)
    {
        var chosen = exchange.Selection.Endpoint;
        if (chosen is not null and not RouteEndpoint && chosen != stage.Late)
        {
            await Proceed(context, exchange, new PathLookup { Path = PathMatch.Found, Endpoint = chosen });
            return;
        }

        if (IsServerWideOptions(context))
        {
            await Proceed(context, exchange, finder.WholeServer());
            return;
        }

        var answer = chosen == stage.Late ? exchange.Selection.RoutingsAnswer : null;
        var found = await finder.FindAsync(context, answer, isLate);
        await Proceed(context, exchange, found with { WasAsked = wasAsked });
    }

    private Task Proceed(HttpContext context, Exchange exchange, in PathLookup found)
    {
        exchange.IsRouted = true;
        var page = found.Path == PathMatch.Found ? found.Endpoint as OwnEndpoint : null;
        var own = found.Path == PathMatch.Found && found.Accepts is null && page is null ? rules.Of(found.Endpoint!) : null;
        if (found.LeftAlone || own is { IsHeld: false } || (own is null && _options.Profile == StatuteProfile.Observe))
        {
            return LeaveAlone(context, exchange, found.WasAsked);
        }

        exchange.TurnStatusPagesOff();
        stage.Hold(exchange, own);
        var answersOptions = found.Path == PathMatch.OtherMethods && context.Request.Method == HttpMethods.Options;
        var verdict = stage.Judge(exchange, found, own, answersOptions);
        if (!verdict.IsPass)
        {
            return Select(context, OwnEndpoints.Refusal(verdict, _options.Table.RowOf(verdict.Problem), found));
        }

        if (answersOptions)
        {
            return Select(context, OwnEndpoints.Options(found));
        }

        if (found.Accepts is not null)
        {
            return RefuseType(context, found);
        }

        if (page is not null)
        {
            return Select(context, page);
        }

        return own is null ? RunOn(context) : Run(context, exchange, found, own);
    }

    /// <summary>Whatever routing says, behind us or before, stands.</summary>
    private Task LeaveAlone(HttpContext context, Exchange exchange, bool wasAsked)
    {
        exchange.LeaveAlone(context.Request.Path);
        if (wasAsked)
        {
            context.SetEndpoint(null);
        }
        else
        {
            exchange.Selection.Restore();
        }

        return next(context);
    }

    /// <summary>Leads to the application's endpoint.</summary>
    private Task Run(HttpContext context, Exchange exchange, in PathLookup found, EndpointRules own)
    {
        if (found.Values is not null)
        {
            // Found at a second look: what routing does for an endpoint that it chooses itself is made up for.
            context.Request.RouteValues = found.Values;
            if (own.SizeLimit is { } limit)
            {
                exchange.MaxContentLength = limit.MaxRequestBodySize;
            }
        }

        if ((found.Values is not null || found.WasAsked) && CrossOrigin.Expect(context, own.Endpoint))
        {
            exchange.FoundAtSecondLook = true;
        }

        exchange.Judged = own.Endpoint;
        context.SetEndpoint(own.Endpoint);
        return next(context);
    }

    /// <summary>Nobody serves the path as an endpoint; whoever else may answer it does so now.</summary>
    private Task RunOn(HttpContext context)
    {
        if (context.GetEndpoint() is not null)
        {
            // Routing says 405 where no method works. An endpoint without a delegate keeps a later UseRouting from saying so again.
            context.SetEndpoint(OwnEndpoints.Nobody);
        }

        return next(context);
    }

    private Task RefuseType(HttpContext context, in PathLookup found)
    {
        var verdict = Judge.Head(new HeadFacts
        {
            Accepts = found.Accepts!,
            HasContent = true,
            ContentType = context.Request.ContentType,
        });
        return Select(context, OwnEndpoints.Refusal(verdict, _options.Table.RowOf(verdict.Problem), found));
    }

    private Task Select(HttpContext context, Endpoint endpoint)
    {
        context.SetEndpoint(endpoint);
        CrossOrigin.Expect(context, endpoint);
        return next(context);
    }

    private static bool IsServerWideOptions(HttpContext context) =>
        context.Request.Method == HttpMethods.Options && context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget == "*";
}
