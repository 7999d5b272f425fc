using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Endpoints;
using Statute.Judging;

namespace Statute.AspNetCore.Routing;

/// <summary>
/// The outer half of the road. It finds out whom the path leads to, judges the first stage, and selects the endpoint that is run: the
/// application's own, or one of ours that refuses.
/// </summary>
internal sealed class RouteMiddleware(
    RequestDelegate next,
    IOptions<StatuteOptions> options,
    KnownMethods methods,
    PathFinder finder,
    EndpointRulesCache rules,
    ProblemPages pages)
{
    private readonly StatuteOptions _options = options.Value;
    private readonly HeadLimits _limits = options.Value.HeadLimits;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<Exchange>() is not { } exchange || IsErrorPage(context))
        {
            return next(context);
        }

        // Routing's own answers are plain endpoints.
        if (context.GetEndpoint() is not RouteEndpoint endpoint || Preflight.Chose(endpoint, context.Request))
        {
            return FindAsync(context, exchange);
        }

        var first = PageBefore(endpoint, context.Request) ?? endpoint;
        return Proceed(context, exchange, new PathLookup { Path = PathMatch.Found, Endpoint = first });
    }

    /// <summary>A page of a problem type comes before the endpoint that takes whatever nobody else takes.</summary>
    private Endpoint? PageBefore(Endpoint endpoint, HttpRequest request) =>
        rules.Of(endpoint).IsFallback && (request.Method == HttpMethods.Get || request.Method == HttpMethods.Head)
            ? pages.EndpointOf(request.Path)
            : null;

    private async Task FindAsync(HttpContext context, Exchange exchange)
    {
        var chosen = context.GetEndpoint();
        if (chosen is not null and not RouteEndpoint && !Recognitions.IsRoutingsMethodNotAllowed(chosen)
            && !Recognitions.IsRoutingsUnsupportedMediaType(chosen))
        {
            await Proceed(context, exchange, new PathLookup { Path = PathMatch.Found, Endpoint = chosen });
            return;
        }

        if (IsServerWideOptions(context))
        {
            await Proceed(context, exchange, finder.WholeServer());
            return;
        }

        await Proceed(context, exchange, await finder.FindAsync(context, chosen));
    }

    private Task Proceed(HttpContext context, Exchange exchange, in PathLookup found)
    {
        var page = found.Path == PathMatch.Found ? found.Endpoint as OwnEndpoint : null;
        var own = found.Path == PathMatch.Found && found.Accepts is null && page is null ? rules.Of(found.Endpoint!) : null;
        if (found.LeftAlone || own is { IsHeld: false } || (own is null && _options.Profile == StatuteProfile.Observe))
        {
            exchange.IsLeftAlone = true;
            return next(context);
        }

        if (_options.MaxContentLength is { } limit)
        {
            exchange.LimitContent(limit);
        }

        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            // They would redirect, or run the pipeline again, for an answer that the table makes.
            pages.Enabled = false;
        }

        if ((own?.Profile ?? _options.Profile) == StatuteProfile.Strict)
        {
            StrictRequest.Strip(context.Request);
        }

        var answersOptions = found.Path == PathMatch.OtherMethods && context.Request.Method == HttpMethods.Options;
        var verdict = Judge.Route(Facts(context, exchange, found, own, answersOptions));
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

    /// <summary>Leads to the application's endpoint.</summary>
    private Task Run(HttpContext context, Exchange exchange, in PathLookup found, EndpointRules own)
    {
        if (found.Values is not null)
        {
            // Found at a second look: what routing does for an endpoint that it chooses itself is made up for.
            context.Request.RouteValues = found.Values;
            CrossOrigin.Expect(context, own.Endpoint);
            exchange.FoundAtSecondLook = true;
            if (own.SizeLimit is { } limit)
            {
                exchange.MaxContentLength = limit.MaxRequestBodySize;
            }
        }

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

    private RouteFacts Facts(HttpContext context, Exchange exchange, in PathLookup found, EndpointRules? own, bool answersOptions)
    {
        var request = context.Request;
        // Of a request that was accepted before they were measured then, and it has got fields of ours since.
        var (count, length) = exchange.Owner.IsDeferred ? default : exchange.FieldSizes.Measure(request.Headers);
        return new RouteFacts
        {
            Limits = _limits,
            TargetLength = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length,
            FieldCount = count,
            FieldsLength = length,
            HostMissing = !request.Host.HasValue && request.Protocol != HttpProtocol.Http10,
            FramedTwice = Recognitions.WasFramedTwice(request.Headers),
            Expect = request.Headers.Expect,
            Method = request.Method,
            MethodKnown = methods.Contains(request.Method),
            Path = answersOptions ? PathMatch.Found : found.Path,
            Allow = found.Allow,
            Withdrawn = own is { IsWithdrawn: true },
            NotBuilt = own is { IsNotBuilt: true },
        };
    }

    private static bool IsServerWideOptions(HttpContext context) =>
        context.Request.Method == HttpMethods.Options && context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget == "*";

    /// <summary>The application's own error page is being made for a request that was judged before.</summary>
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
