using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Statute.Jobs.Running;

namespace Statute.Jobs.Accepting;

/// <summary>
/// Stands before the handler of a minimal API, behind binding, validation and the filters that were added before. Of a request that has
/// just come it makes a job; when the job runs, it lets it through.
/// </summary>
internal sealed class AcceptanceFilter(JobAcceptor acceptor) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var metadata = http.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<AsynchronousAttribute>() is not { } rules || metadata.GetMetadata<ActionDescriptor>() is not null)
        {
            // Of an action the filter of MVC has made a job, if it was to.
            return await next(context);
        }

        if (http.Response.StatusCode == StatusCodes.Status400BadRequest)
        {
            // So the binder says that it could not read a parameter; what comes next does nothing then.
            return await next(context);
        }

        if (http.Features.Get<JobRun>() is { } run)
        {
            return await RunAsync(context, next, run);
        }

        return await acceptor.AcceptAsync(http, rules) ?? await next(context);
    }

    private static async ValueTask<object?> RunAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, JobRun run)
    {
        run.Begin();
        try
        {
            var result = await next(context);
            JobRun.KeepAnswer(context.HttpContext);
            return result;
        }
        catch (Exception)
        {
            // What comes of a cut is as various as the libraries that were cut.
            run.NoteCut();
            throw;
        }
    }
}
