using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Statute.AspNetCore.Routing;

/// <summary>A request like the one at hand, put to ASP.NET's matcher as often as needed with another method or media type.</summary>
internal sealed class EndpointQuestion(RequestDelegate routing, HttpContext question)
{
    /// <summary>Whom routing would choose.</summary>
    /// <param name="method">The method to ask for.</param>
    /// <param name="contentType">The media type to ask for; null asks without one.</param>
    internal async Task<EndpointMatch> MatchAsync(string method, string? contentType)
    {
        question.Request.Method = method;
        question.Request.ContentType = contentType;
        question.Request.RouteValues = [];
        question.SetEndpoint(null);
        try
        {
            await routing(question);
        }
        catch (Exception e) when (Recognitions.IsAmbiguousMatch(e))
        {
            // Of endpoints that are left alone, or that nothing tells apart: routing's own complaint of the request at hand stands.
            return new EndpointMatch(null, null, contentType is null);
        }

        return question.GetEndpoint() switch
        {
            null => default,
            var match when MatchOnlyEndpoints.OriginalOf(match) is { } original =>
                new EndpointMatch(original, question.Request.RouteValues, false),
            var match => new EndpointMatch(null, null, match == RoutingsAnswer.TypeMissing),
        };
    }
}
