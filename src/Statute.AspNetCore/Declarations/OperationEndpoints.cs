using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;

namespace Statute.AspNetCore.Declarations;

/// <summary>
/// Finds the endpoint of an operation in API descriptions. An action is told by its descriptor; a handler of a minimal API has one that is
/// made for the description, and is told by its metadata, of which the very instances are the endpoint's.
/// </summary>
internal sealed class OperationEndpoints(EndpointDataSource endpoints)
{
    internal RouteEndpoint? Of(ApiDescription operation)
    {
        var descriptor = operation.ActionDescriptor;
        return endpoints.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(endpoint =>
            endpoint.Metadata.GetMetadata<ActionDescriptor>() is { } action
                ? action == descriptor
                : endpoint.Metadata.SequenceEqual(descriptor.EndpointMetadata ?? [], ReferenceEqualityComparer.Instance));
    }
}
