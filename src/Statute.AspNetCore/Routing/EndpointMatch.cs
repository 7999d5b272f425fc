using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Statute.AspNetCore.Routing;

/// <summary>What the matcher chose; the default value is: nothing.</summary>
/// <param name="Endpoint">The application's endpoint, or null.</param>
/// <param name="Values">Its route values, or null.</param>
/// <param name="IsToldApartByType">Whether several endpoints fit, and only a media type would tell which.</param>
internal readonly record struct EndpointMatch(Endpoint? Endpoint, RouteValueDictionary? Values, bool IsToldApartByType);
