using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Routing;

/// <summary>The endpoints by which routing says by itself that no endpoint of the application fits.</summary>
internal static class RoutingsAnswer
{
    /// <summary>
    /// Said by <see cref="ToldApartByTypePolicy"/>, where ASP.NET would fail the request: several endpoints are told apart by the media
    /// type, and the request names none.
    /// </summary>
    internal static Endpoint TypeMissing { get; } = new(requestDelegate: null, EndpointMetadataCollection.Empty, "415 Media Type Missing");

    internal static bool Is(Endpoint endpoint) => Recognitions.IsRoutingsMethodNotAllowed(endpoint) || IsAboutType(endpoint);

    /// <summary>Whether another media type would fit.</summary>
    internal static bool IsAboutType(Endpoint? endpoint) =>
        endpoint is not null && (endpoint == TypeMissing || Recognitions.IsRoutingsUnsupportedMediaType(endpoint));
}
