using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Routing;
using Statute.Problems;

namespace Statute.AspNetCore.Declarations;

/// <summary>
/// Makes API descriptions say what clients get: declared codes under the names of the rows that take them, and the rows by which Statute
/// refuses. It works on ApiExplorer, which all generators of OpenAPI documents read. 500 is never added, and 501 and 503 only where an
/// endpoint is marked so.
/// </summary>
internal sealed class RowDescriptions(
    OperationEndpoints endpoints,
    EndpointRulesCache rules,
    ExceptedPaths except,
    DeclaredRows declared,
    RefusalRows refusals,
    IServiceProvider services,
    IOptions<StatuteOptions> options) : IApiDescriptionProvider
{
    private const string ProblemMediaType = "application/problem+json";

    private readonly StatusTable _table = options.Value.Table;

    private readonly Type _problem =
        options.Value.Errors == ErrorShape.AspNet ? typeof(StatuteProblemByName) : typeof(StatuteProblem);

    // An application of minimal APIs alone has no provider, and must not get ours before its own.
    private readonly IModelMetadataProvider _models =
        services.GetService<IModelMetadataProvider>() ?? new EmptyModelMetadataProvider();

    /// <summary>Behind those that find the operations and the application's own. Versioning copies what it finds later still.</summary>
    public int Order => 1000;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var operation in context.Results)
        {
            if (endpoints.Of(operation) is { } endpoint && rules.Of(endpoint) is { IsHeld: true } own
                && !except.Contain(EndpointName.PathOf(endpoint)))
            {
                Describe(operation, endpoint, own);
            }
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private void Describe(ApiDescription operation, RouteEndpoint endpoint, EndpointRules own)
    {
        var answers = operation.SupportedResponseTypes.SelectMany(answer => Renamed(answer, operation, own)).ToList();
        foreach (var row in refusals.Of(endpoint, own, operation).Where(row => answers.All(answer => answer.StatusCode != row.Code)))
        {
            answers.Add(Problem(row));
        }

        operation.SupportedResponseTypes.Clear();
        // Of several answers that have become one row, one with content says the most.
        foreach (var answer in answers.GroupBy(a => (a.IsDefaultResponse, a.StatusCode)).OrderBy(group => group.Key))
        {
            operation.SupportedResponseTypes.Add(answer.FirstOrDefault(a => HasContent(a.Type)) ?? answer.First());
        }
    }

    private IEnumerable<ApiResponseType> Renamed(ApiResponseType answer, ApiDescription operation, EndpointRules own)
    {
        if (answer.IsDefaultResponse)
        {
            return [answer];
        }

        string[] methods = operation.HttpMethod is { } method ? [method] : [];
        return declared.Of(DeclaredAnswer.Of(answer.StatusCode, answer.Type), methods, own.Profile)
            .Where(code => code != StatusCodes.Status500InternalServerError || code == answer.StatusCode)
            .Select(code => Answer(answer, code, own));
    }

    private ApiResponseType Answer(ApiResponseType declared, int code, EndpointRules own)
    {
        if (_table.Find(code) is not { } row)
        {
            return declared;
        }

        var isOwn = HasContent(declared.Type) && !typeof(Microsoft.AspNetCore.Mvc.ProblemDetails).IsAssignableFrom(declared.Type);
        if (row.Kind == RowKind.Abnormal && (!isOwn || code >= StatusCodes.Status500InternalServerError))
        {
            return Problem(row);
        }

        var answer = new ApiResponseType
        {
            StatusCode = code,
            Description = declared.Description ?? row.Message,
            Type = declared.Type,
            ModelMetadata = declared.ModelMetadata,
            ApiResponseFormats = declared.ApiResponseFormats,
        };
        if (row.Kind == RowKind.Abnormal && !own.KeepsBody)
        {
            // The application's own members, in a problem.
            answer.ApiResponseFormats = [new() { MediaType = ProblemMediaType }];
        }

        return answer;
    }

    private ApiResponseType Problem(StatusRow row) => new()
    {
        StatusCode = row.Code,
        Description = row.Message,
        Type = _problem,
        ModelMetadata = _models.GetMetadataForType(_problem),
        ApiResponseFormats = [new() { MediaType = ProblemMediaType }],
    };

    private static bool HasContent(Type? type) => type is not null && type != typeof(void);
}
