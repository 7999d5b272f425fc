using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Routing;
using Statute.Judging;

namespace Statute.AspNetCore.Identity;

/// <summary>
/// The stage between the halves: asks ASP.NET's own authentication and authorization, and selects an endpoint of ours where they say
/// no, so that a CORS middleware further down still lets a page of another origin read the 401. Who is answered by an endpoint of ours
/// anyway is not asked, and no password is checked for it.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="ask">Authentication and authorization, ending in <see cref="PassAsync"/>.</param>
/// <param name="unheld">For endpoints that are left alone: what the application places nowhere, then <paramref name="next"/>.</param>
/// <param name="isPlaced">Whether the application places authorization itself, where it may know more of a path without endpoint.</param>
/// <param name="handlers">The schemes that answer by themselves.</param>
/// <param name="rules">The rules of the endpoints.</param>
/// <param name="options">The options.</param>
internal sealed class IdentityMiddleware(
    RequestDelegate next,
    RequestDelegate ask,
    RequestDelegate unheld,
    bool isPlaced,
    RequestHandlers handlers,
    EndpointRulesCache rules,
    IOptions<StatuteOptions> options)
{
    private readonly StatusTable _table = options.Value.Table;

    /// <summary>The end of the question: nobody said no.</summary>
    internal static Task PassAsync(HttpContext context)
    {
        context.Features.Get<Exchange>()!.IdentityPassed = true;
        return Task.CompletedTask;
    }

    internal Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is OwnEndpoint)
        {
            return AnswerAsync(context);
        }

        if (context.Features.Get<Exchange>() is not { IsLeftAlone: false } exchange
            || !rules.IsHeld(endpoint)
            || (endpoint is null && isPlaced))
        {
            return unheld(context);
        }

        exchange.IdentityPassed = false;
        var asked = ask(context);
        return asked.IsCompletedSuccessfully ? ProceedAsync(context, exchange) : AwaitAsync(context, exchange, asked);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!await handlers.HandleAsync(context))
        {
            await next(context);
        }
    }

    private async Task AwaitAsync(HttpContext context, Exchange exchange, Task asked)
    {
        await asked;
        await ProceedAsync(context, exchange);
    }

    private Task ProceedAsync(HttpContext context, Exchange exchange)
    {
        if (exchange.IdentityPassed)
        {
            return next(context);
        }

        var status = context.Response.StatusCode;
        var verdict = Judge.Identity(new IdentityFacts
        {
            Challenged = status == StatusCodes.Status401Unauthorized,
            Denied = status == StatusCodes.Status403Forbidden,
        });
        if (verdict.IsPass || context.Response.HasStarted)
        {
            // The scheme has answered by itself: a redirect to a login, the end of one.
            return Task.CompletedTask;
        }

        var route = new PathLookup { Path = PathMatch.Found, Endpoint = context.GetEndpoint() };
        var refusal = OwnEndpoints.Refusal(verdict, _table.RowOf(verdict.Problem), route);
        context.SetEndpoint(refusal);
        CrossOrigin.Expect(context, refusal);
        return next(context);
    }
}
