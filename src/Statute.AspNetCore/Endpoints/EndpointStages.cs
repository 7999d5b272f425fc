using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Content;
using Statute.AspNetCore.Declarations;
using Statute.Judging;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;
using MvcJson = Microsoft.AspNetCore.Mvc.JsonOptions;

namespace Statute.AspNetCore.Endpoints;

/// <summary>Makes the stages that stand before a handler: head, content, handler.</summary>
internal sealed class EndpointStages(
    AcceptedContent accepted,
    ContentBudget budget,
    IOptions<StatuteOptions> options,
    IOptions<HttpJson> http,
    IOptions<MvcJson> mvc,
    IServiceProvider services)
{
    /// <summary>The profile of endpoints that have none of their own.</summary>
    internal StatuteProfile Profile { get; } = options.Value.Profile;

    internal bool MayHaveNoContent(Endpoint endpoint) =>
        options.Value.Table.Find(StatusCodes.Status204NoContent) is not null
        && DeclaredAnswer.AllOf(endpoint).Any(answer => answer.Code == StatusCodes.Status204NoContent);

    internal MediaTypeSet TypesOf(Endpoint endpoint) => accepted.TypesOf(endpoint);

    internal ContentRules ContentOf(Endpoint endpoint) => new(endpoint, JsonBinding.Of(endpoint, http, mvc), services);

    internal RequestDelegate Before(Endpoint endpoint, MediaTypeSet accepts, ContentRules content)
    {
        var handler = new HandlerStage(endpoint.RequestDelegate!, content, options.Value);
        var reading = new ContentStage(handler, content, options.Value);
        return new HeadStage(reading, content, accepts, accepted.Codings, budget, options.Value).InvokeAsync;
    }
}
