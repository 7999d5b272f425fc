using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Answers;
using Statute.AspNetCore.Routing;
using Statute.Judging;

namespace Statute.AspNetCore.Deferred;

/// <summary>
/// The way in for requests that were accepted before, and run now: routing, identity, the application's middleware behind UseStatute and
/// the endpoint, as for a request that has just come. What the application has placed in front of UseStatute has seen the request then.
/// </summary>
internal sealed class DeferredEntry
{
    private readonly IServiceProvider _services;
    private readonly RequestDelegate _run;
    private readonly StatusTable _table;

    internal DeferredEntry(RequestDelegate identity, IServiceProvider services)
    {
        _services = services;
        _table = services.GetRequiredService<IOptions<StatuteOptions>>().Value.Table;
        RequestDelegate route = ActivatorUtilities.CreateInstance<RouteMiddleware>(services, identity).InvokeAsync;
        _run = Answering(context =>
        {
            // Where the application has placed the middleware in front of UseStatute, the endpoint middleware asks whether it was there.
            context.Items[Recognitions.AntiforgeryItem] = true;
            StrictRequest.Strip(context.Request);
            return route(context);
        });
    }

    /// <summary>Runs a request. Its answer is judged, as any other.</summary>
    internal Task RunAsync(HttpContext context) => _run(context);

    /// <summary>Answers a request that cannot be run.</summary>
    /// <param name="context">The request.</param>
    /// <param name="verdict">What is wrong.</param>
    /// <param name="error">What has failed, for the log; null for nothing.</param>
    internal Task RefuseAsync(HttpContext context, Verdict verdict, Exception? error) => Answering(refused =>
    {
        var exchange = refused.Features.GetRequiredFeature<Exchange>();
        exchange.Error = error;
        exchange.Refuse(verdict, _table.RowOf(verdict.Problem));
        return Task.CompletedTask;
    })(context);

    private RequestDelegate Answering(RequestDelegate next) =>
        ActivatorUtilities.CreateInstance<AnswerMiddleware>(_services, next, true).InvokeAsync;
}
