using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Endpoints;

/// <summary>
/// An endpoint of ours that takes the place of the application's own: a refusal of the first stage, the answer to OPTIONS, a page of a
/// problem type. Being an endpoint, it is seen by the application's CORS, logging and metrics; being anonymous, a fallback policy lets
/// it pass; being ours, nobody is asked for credentials.
/// </summary>
internal sealed class OwnEndpoint : Endpoint
{
    /// <summary>Makes an endpoint that stands in for a route.</summary>
    /// <param name="answer">What it does.</param>
    /// <param name="route">The application's endpoint at this path, whose CORS policy applies; null where there is none.</param>
    /// <param name="displayName">What logs and metrics call it.</param>
    internal OwnEndpoint(RequestDelegate answer, Endpoint? route, string displayName)
        : base(async context => await CrossOrigin.AnswerAsync(context, route, answer), Metadata(route), displayName) => Route = route;

    /// <summary>The application's endpoint at this path; null where there is none.</summary>
    internal Endpoint? Route { get; }

    private static new EndpointMetadataCollection Metadata(Endpoint? route) =>
        new([new AllowAnonymousAttribute(), .. route?.Metadata.OfType<ICorsMetadata>() ?? []]);
}
