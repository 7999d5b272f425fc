using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Statute.Jobs.Running;

namespace Statute.Jobs.Accepting;

/// <summary>The same as <see cref="AcceptanceFilter"/> for the actions of controllers, innermost of all filters.</summary>
internal sealed class AcceptanceActionFilter(JobAcceptor acceptor) : IAsyncActionFilter
{
    internal const int Order = int.MaxValue;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<AsynchronousAttribute>() is not { } rules)
        {
            await next();
            return;
        }

        if (http.Features.Get<JobRun>() is { } run)
        {
            run.Begin();
            var executed = await next();
            if (executed.Exception is not null)
            {
                run.NoteCut();
            }
            else
            {
                JobRun.KeepAnswer(http);
            }

            return;
        }

        if (await acceptor.AcceptAsync(http, rules) is { } reply)
        {
            context.Result = reply;
        }
        else
        {
            await next();
        }
    }
}
