using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace Statute.AspNetCore.Declarations;

/// <summary>An answer that an endpoint declares.</summary>
/// <param name="Code">Its status code.</param>
/// <param name="IsValidation">Whether it is a validation problem as .NET answers it: 400, which the table calls 422.</param>
internal readonly record struct DeclaredAnswer(int Code, bool IsValidation)
{
    internal static DeclaredAnswer Of(int code, Type? content) => new(
        code,
        code == StatusCodes.Status400BadRequest && typeof(HttpValidationProblemDetails).IsAssignableFrom(content));

    /// <summary>What an endpoint declares by its metadata, in the order of the codes.</summary>
    internal static IEnumerable<DeclaredAnswer> AllOf(Endpoint endpoint)
    {
        var ofResults = endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Select(answer => Of(answer.StatusCode, answer.Type));
        var ofActions = endpoint.Metadata.OfType<IApiResponseMetadataProvider>().Select(answer => Of(answer.StatusCode, answer.Type));
        return ofResults.Concat(ofActions).Distinct().Where(answer => answer.Code > 0).OrderBy(answer => answer.Code);
    }
}
