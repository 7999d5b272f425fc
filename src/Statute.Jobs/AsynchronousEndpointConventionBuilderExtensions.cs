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
    /// Makes an endpoint, or those of a group, asynchronous: a request is checked as any other, stored durably, answered by row 202, and
    /// run later as a job, by the same handler. On controllers <see cref="AsynchronousAttribute"/> says the same.
    /// Endpoint filters that were added before, or to a group around, are asked before a request is accepted, and again when it runs.
    /// Others are asked when it runs: those that are added later, and, where a group is made asynchronous, those of its endpoints. So call
    /// this last, and on the endpoint where its own filters are to be asked first.
    /// </summary>
    /// <param name="builder">The endpoint or group.</param>
    /// <param name="configure">Says more, such as <c>job => job.OneAtATime = true</c>.</param>
    /// <returns>The builder, for further conventions.</returns>
    public static TBuilder Asynchronous<TBuilder>(this TBuilder builder, Action<AsynchronousAttribute>? configure = null)
        where TBuilder : IEndpointConventionBuilder
    {
        var rules = new AsynchronousAttribute();
        configure?.Invoke(rules);
        builder.Add(endpoint =>
        {
            var acceptance = new AcceptanceMetadata();
            endpoint.Metadata.Add(rules);
            endpoint.Metadata.Add(acceptance);
            endpoint.Metadata.Add(
                new ProducesResponseTypeMetadata(StatusCodes.Status202Accepted, typeof(JobMonitor), ["application/json"]));
            endpoint.FilterFactories.Add((context, next) =>
            {
                acceptance.IsInPlace = true;
                var acceptor = context.ApplicationServices.GetService<JobAcceptor>() ?? throw new InvalidOperationException(
                    "Asynchronous endpoints need services that are missing. Call builder.Services.AddStatuteJobs().");
                var filter = new AcceptanceFilter(acceptor);
                return invocation => filter.InvokeAsync(invocation, next);
            });
        });
        return builder;
    }
}
