using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore;
using Statute.Jobs.Wire;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the places where the jobs of asynchronous endpoints are read, canceled and forgotten.</summary>
public static class JobEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the list of the caller's jobs, and for each its monitor, its result, and where it is canceled. Whoever may call the
    /// asynchronous endpoints has to be able to call these too: <c>app.MapJobs().RequireAuthorization()</c>.
    /// </summary>
    /// <param name="endpoints">The application, or a group whose path has no parameters.</param>
    /// <param name="prefix">The path of the list; the others are below it.</param>
    /// <returns>The group, for further conventions.</returns>
    public static RouteGroupBuilder MapJobs(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix = "/jobs")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var jobs = endpoints.ServiceProvider.GetService<JobEndpoints>() ?? throw new InvalidOperationException(
            "MapJobs needs services that are missing. Call builder.Services.AddStatuteJobs() before the application is built.");
        var group = endpoints.MapGroup(prefix);
        group.WithTags("Jobs").WithMetadata(new HeldAttribute());
        group.MapGet("", (string? status, string? after, int? count, HttpContext context) => jobs.ListAsync(status, after, count, context))
            .WithMetadata(new JobListMetadata()).WithSummary("Lists the caller's jobs, the newest first.").Produces<JobList>();
        group.MapGet("/{id}", (string id, HttpContext context) => jobs.MonitorAsync(id, context))
            .WithSummary("Shows a job.").Produces<JobMonitor>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/result", (string id, HttpContext context) => jobs.ResultAsync(id, context))
            .WithSummary("The answer that the job has ended with.")
            .Produces(StatusCodes.Status200OK).Produces<JobMonitor>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{id}/cancel", (string id, HttpContext context) => jobs.CancelAsync(id, context))
            .WithSummary("Cancels a job that has not ended.")
            .Produces<JobMonitor>().Produces<JobMonitor>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapDelete("/{id}", (string id, HttpContext context) => jobs.ForgetAsync(id, context))
            .WithSummary("Forgets a job that has ended.")
            .Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        return group;
    }
}
