using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Statute.AspNetCore.Answers;

namespace Statute.AspNetCore.Endpoints;

/// <summary>
/// Null from an action means that what the path names is not there; <c>Ok(null)</c> is an empty 200. MVC makes 204 of both, and that
/// stands where the action declares it and the table has the row.
/// </summary>
internal sealed class MissingResultFilter(EndpointRulesCache rules) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not ObjectResult { Value: null } result || !IsHeld(context.HttpContext))
        {
            return;
        }

        if (result is OkObjectResult)
        {
            context.Result = new OkResult();
        }
        else if (result.GetType() == typeof(ObjectResult) && IsUndecided(result))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status404NotFound);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    /// <summary>Whether the status is MVC's, not the action's: of an ActionResult of a type it makes 200 by itself.</summary>
    private static bool IsUndecided(ObjectResult result) =>
        result.StatusCode is null || result is { StatusCode: StatusCodes.Status200OK, DeclaredType: not null };

    private bool IsHeld(HttpContext context) =>
        context.Features.Get<Exchange>() is { IsLeftAlone: false }
        && context.GetEndpoint() is { } endpoint
        && rules.Of(endpoint) is { IsHeld: true, MayHaveNoContent: false };
}
