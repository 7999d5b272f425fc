using Microsoft.AspNetCore.Http;
using Statute.Problems;

namespace Statute.AspNetCore.Endpoints;

/// <summary>
/// Metadata of an endpoint whose requests have to satisfy more than its handler asks for, so that these faults stand in the one order too.
/// </summary>
internal interface IRequestDemands
{
    /// <summary>
    /// Up to what length the content of a request is read as a whole before the handler runs, whatever it is. More is refused. Null where
    /// it is not.
    /// </summary>
    long? MaxKeptContent(HttpContext context);

    /// <summary>What is wrong with the fields of a request; null for nothing.</summary>
    ProblemError? FieldFault(HttpContext context);

    /// <summary>What a request may be refused for besides, as descriptions of the API say it.</summary>
    IEnumerable<ProblemType> Refusals { get; }

    /// <summary>Whether If-Match and If-None-Match are not for now to judge.</summary>
    bool DefersPreconditions(HttpContext context);
}
