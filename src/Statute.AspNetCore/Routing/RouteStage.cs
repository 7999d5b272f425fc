using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Endpoints;
using Statute.Judging;

namespace Statute.AspNetCore.Routing;

/// <summary>The first stage: gathers what it has to know of a request, and judges it for whoever has found the endpoint.</summary>
internal sealed class RouteStage(IOptions<StatuteOptions> options, KnownMethods methods, EndpointRulesCache rules, LateRoad late)
{
    private readonly StatuteOptions _options = options.Value;
    private readonly HeadLimits _limits = options.Value.HeadLimits;

    /// <summary>The endpoint that stands in the place of routing's own answers.</summary>
    internal Endpoint Late => late.Endpoint;

    /// <summary>
    /// The endpoint to select where somebody selects one: the application's with our stages in front of it, and where it comes late, one
    /// that refuses if the first stage does.
    /// </summary>
    internal Endpoint Admit(Exchange exchange, Endpoint chosen)
    {
        if (RoutingsAnswer.Is(chosen))
        {
            return _options.Profile == StatuteProfile.Observe || exchange.LeavesAlone(exchange.Context.Request.Path) ? chosen : Late;
        }

        var own = rules.Of(chosen);
        if (exchange.Owner.IsDeferred && !own.IsHeld)
        {
            // Nobody's requests are accepted for it.
            return Refusal(Verdict.Refuse(ProblemType.NotFound), chosen);
        }

        if (!own.IsHeld || chosen.RequestDelegate is null)
        {
            exchange.UnlimitContent();
            return chosen;
        }

        if (!exchange.IsRouted || exchange.Judged == own.Endpoint)
        {
            return own.Endpoint;
        }

        // Whoever was let through to another endpoint was not to this one: who places authorization behind us asks again, and where
        // nobody does, ASP.NET fails the request.
        exchange.Context.Items.Remove(Recognitions.AuthorizationItem);
        var verdict = JudgeLate(exchange, own);
        if (verdict.IsPass)
        {
            return own.Endpoint;
        }

        var refusal = Refusal(verdict, chosen);
        CrossOrigin.Expect(exchange.Context, refusal);
        return refusal;
    }

    /// <summary>Judges an endpoint that is about to run although nobody has judged it. True for a pass.</summary>
    internal bool Passes(Exchange exchange, Endpoint selected)
    {
        var verdict = JudgeLate(exchange, rules.Of(selected));
        if (!verdict.IsPass)
        {
            exchange.Refuse(verdict, _options.Table.RowOf(verdict.Problem));
        }

        return verdict.IsPass;
    }

    /// <summary>What a request gets that is held: the limit of its content, and by the profile less of what is no row.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="own">The rules of its endpoint; null where there is none of the application's.</param>
    internal void Hold(Exchange exchange, EndpointRules? own)
    {
        if (_options.MaxContentLength is { } limit)
        {
            exchange.LimitContent(limit);
        }

        if ((own?.Profile ?? _options.Profile) == StatuteProfile.Strict)
        {
            StrictRequest.Strip(exchange.Context.Request);
        }
    }

    /// <summary>Judges the first stage.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="found">Whom its path leads to.</param>
    /// <param name="own">The rules of the application's endpoint; null where there is none.</param>
    /// <param name="answersOptions">Whether OPTIONS is answered by an endpoint of ours.</param>
    internal Verdict Judge(Exchange exchange, in PathLookup found, EndpointRules? own, bool answersOptions)
    {
        var context = exchange.Context;
        var request = context.Request;
        // Of a request that was accepted before they were measured then, and it has got fields of ours since.
        var (count, length) = exchange.Owner.IsDeferred ? default : exchange.FieldSizes.Measure(request.Headers);
        return Judging.Judge.Route(new RouteFacts
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
        });
    }

    private OwnEndpoint Refusal(Verdict verdict, Endpoint chosen) => OwnEndpoints.Refusal(
        verdict, _options.Table.RowOf(verdict.Problem), new PathLookup { Path = PathMatch.Found, Endpoint = chosen });

    private Verdict JudgeLate(Exchange exchange, EndpointRules own)
    {
        exchange.IsLeftAlone = false;
        exchange.Judged = own.Endpoint;
        Hold(exchange, own);
        return Judge(exchange, new PathLookup { Path = PathMatch.Found, Endpoint = own.Endpoint }, own, answersOptions: false);
    }
}
