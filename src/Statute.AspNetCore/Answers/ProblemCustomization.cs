using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Statute.Problems;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// Lets the application's <c>CustomizeProblemDetails</c> add to our problems what it adds to .NET's. Members and, below 500, type and
/// detail are its own to say; title, status, instance and repeat are not. And where .NET writes problems at all (AddProblemDetails was
/// called), ours have the id of the trace that its have, since whoever looks into a failure may search for it.
/// </summary>
internal sealed class ProblemCustomization(
    IOptions<ProblemDetailsOptions> options,
    IOptions<HttpJson> json,
    ILogger<ProblemCustomization> logger,
    IProblemDetailsService? problemDetails = null)
{
    private const string TraceMember = "traceId";

    private readonly Action<ProblemDetailsContext>? _customize = options.Value.CustomizeProblemDetails;

    internal Problem Apply(Exchange exchange, Problem problem)
    {
        if (_customize is null && problemDetails is null)
        {
            return problem;
        }

        var details = new ProblemDetails
        {
            Type = problem.Type,
            Title = problem.Title,
            Status = problem.Status,
            Detail = problem.Detail,
            Instance = problem.Instance,
        };
        if (problemDetails is not null)
        {
            details.Extensions[TraceMember] = Activity.Current?.Id ?? exchange.Context.TraceIdentifier;
        }

        try
        {
            _customize?.Invoke(new ProblemDetailsContext
            {
                HttpContext = exchange.Context,
                ProblemDetails = details,
                AdditionalMetadata = exchange.Context.GetEndpoint()?.Metadata,
                Exception = exchange.Error ?? exchange.Context.Features.Get<IExceptionHandlerFeature>()?.Error,
            });
            var members = details.Extensions.Select(Member).ToList();
            return problem.Status >= StatusCodes.Status500InternalServerError
                ? problem.With(problem.Type, problem.Detail, members)
                : problem.With(details.Type ?? problem.Type, details.Detail, members);
        }
        catch (Exception e)
        {
            logger.CustomizationFailed(e);
            return problem;
        }
    }

    private KeyValuePair<string, JsonElement> Member(KeyValuePair<string, object?> member) =>
        KeyValuePair.Create(member.Key, JsonSerializer.SerializeToElement(member.Value, json.Value.SerializerOptions));
}
