using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Statute.AspNetCore.Endpoints;

namespace Statute.AspNetCore.Start;

/// <summary>
/// Finds paths that ASP.NET and an API description understand differently. With <c>GET /items/me</c> and <c>DELETE /items/{id}</c> mapped,
/// routing leads DELETE /items/me to the template; by the description, which knows /items/me by itself, that is 405.
/// </summary>
internal sealed class OverlappingPaths(ParameterPolicyFactory policies)
{
    /// <summary>A method that works at a path only by a template that covers it.</summary>
    /// <param name="Method">The method.</param>
    /// <param name="Path">The path that does not have it.</param>
    /// <param name="Template">The template that has it.</param>
    internal readonly record struct Overlap(string Method, string Path, string Template);

    internal IEnumerable<Overlap> Among(IEnumerable<RouteEndpoint> endpoints)
    {
        var paths = endpoints.GroupBy(EndpointName.PathOf, StringComparer.OrdinalIgnoreCase)
            .Select(path => (path.Key, path.First().RoutePattern, Methods: Methods(path)))
            .Where(path => path.Methods.Count > 0)
            .ToList();
        return from general in paths
               from special in paths
               where Covers(general.RoutePattern, special.RoutePattern)
               from method in general.Methods.Except(special.Methods)
               select new Overlap(method, special.Key, general.Key);
    }

    /// <summary>The methods of a path; none where one endpoint takes any, which leaves nothing to a template.</summary>
    private static HashSet<string> Methods(IEnumerable<RouteEndpoint> path)
    {
        var methods = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in path)
        {
            var own = EndpointName.MethodsOf(endpoint);
            if (own.Count == 0)
            {
                return [];
            }

            methods.UnionWith(own);
        }

        return methods;
    }

    private bool Covers(RoutePattern general, RoutePattern special)
    {
        var isMoreGeneral = false;
        if (general.PathSegments.Count != special.PathSegments.Count)
        {
            return false;
        }

        for (var i = 0; i < general.PathSegments.Count; i++)
        {
            switch (general.PathSegments[i].Parts, special.PathSegments[i].Parts)
            {
                case ([RoutePatternLiteralPart one], [RoutePatternLiteralPart other])
                    when one.Content.Equals(other.Content, StringComparison.OrdinalIgnoreCase):
                case ([RoutePatternParameterPart { IsCatchAll: false }], [RoutePatternParameterPart]):
                    break;
                case ([RoutePatternParameterPart { IsCatchAll: false } parameter], [RoutePatternLiteralPart literal])
                    when Takes(parameter, literal.Content):
                    isMoreGeneral = true;
                    break;
                default:
                    return false;
            }
        }

        return isMoreGeneral;
    }

    private bool Takes(RoutePatternParameterPart parameter, string text)
    {
        var values = new RouteValueDictionary { [parameter.Name] = text };
        return parameter.ParameterPolicies.Select(policy => policies.Create(parameter, policy)).OfType<IRouteConstraint>()
            .All(constraint => constraint.Match(null, null, parameter.Name, values, RouteDirection.IncomingRequest));
    }
}
