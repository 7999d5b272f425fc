using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Statute.Jobs;
using Statute.Jobs.Accepting;
using Statute.Jobs.Wire;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Makes endpoints asynchronous.</summary>
public static class AsynchronousEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Makes an endpoint, or those of a group, asynchronous: a request is checked as any other, stored durably, answered by row 202, and run
    /// later as a job, by the same handler. On controllers <see cref="AsynchronousAttribute"/> says the same.
    /// </summary>
    /// <param name="builder">The endpoint or group.</param>
    /// <param name="configure">Says more, such as <c>job => job.OneAtATime = true</c>.</param>
    /// <returns>The builder, for further conventions.</returns>
    public static TBuilder Asynchronous<TBuilder>(this TBuilder builder, Action<AsynchronousAttribute>? configure = null)
        where TBuilder : IEndpointConventionBuilder
    {
        var rules = new AsynchronousAttribute();
        configure?.Invoke(rules);
        builder.WithMetadata(rules, new AcceptanceMetadata());
        builder.Add(endpoint => endpoint.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status202Accepted, typeof(JobMonitor), ["application/json"])));

        // At the very end, so that the filter is the innermost: what others refuse is never accepted.
        builder.Finally(endpoint => endpoint.FilterFactories.Add((_, next) =>
        {
            var acceptor = endpoint.ApplicationServices.GetService<JobAcceptor>() ?? throw new InvalidOperationException(
                "Asynchronous endpoints need services that are missing. Call builder.Services.AddStatuteJobs() before the application is built.");
            var filter = new AcceptanceFilter(acceptor);
            return invocation => filter.InvokeAsync(invocation, next);
        }));
        return builder;
    }
}
