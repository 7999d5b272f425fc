using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Statute.AspNetCore.Endpoints;
using Statute.Judging;

namespace Statute.AspNetCore.Routing;

/// <summary>
/// Finds out whom a path leads to where routing chose nobody, or one of its own refusing endpoints: for HEAD as GET, for a 415 without
/// a media type (so that 401 and 403 come first), otherwise by asking for every method that the application maps.
/// </summary>
internal sealed class PathFinder(
    EndpointMatcher matcher, KnownMethods methods, EndpointRulesCache rules, EndpointDataSource endpoints, ProblemPages pages)
{
    /// <summary>Finds the endpoint for a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">What routing answered by itself, or null for nothing.</param>
    /// <param name="isLate">Whether the answer may be that of a branch, which knows other paths than the application.</param>
    internal async Task<PathLookup> FindAsync(HttpContext context, Endpoint? answer, bool isLate)
    {
        var lookup = await FindAsync(context, answer, matcher.Ask(context));
        return isLate && lookup is { Path: PathMatch.Open, LeftAlone: false }
            ? await FindAsync(context, answer, matcher.AskBranches(context))
            : lookup;
    }

    /// <summary>What works somewhere: the answer to <c>OPTIONS *</c> (RFC 9110, 9.3.7).</summary>
    internal PathLookup WholeServer() => OtherMethods(new SortedSet<string>(methods.Mapped, StringComparer.Ordinal), null, []);

    private async Task<PathLookup> FindAsync(HttpContext context, Endpoint? answer, EndpointQuestion question)
    {
        var method = context.Request.Method;
        if (RoutingsAnswer.IsAboutType(answer))
        {
            var match = await question.MatchAsync(method, contentType: null);
            if (match.Endpoint is { } endpoint)
            {
                return Found(endpoint, match.Values);
            }

            if (match.IsToldApartByType)
            {
                return await ToldApartByTypeAsync(question, method);
            }
        }

        if (method == HttpMethods.Head)
        {
            var match = await question.MatchAsync(HttpMethods.Get, context.Request.ContentType);
            if (match.Endpoint is { } endpoint)
            {
                return Found(endpoint, match.Values);
            }
        }

        return await ByOtherMethodsAsync(context, question);
    }

    private PathLookup Found(Endpoint endpoint, RouteValueDictionary? values) => new()
    {
        Path = PathMatch.Found,
        Endpoint = endpoint,
        Values = values,
        LeftAlone = !rules.Of(endpoint).IsHeld,
    };

    /// <summary>Allow lists what works here, also what is left alone (RFC 9110, 10.2.1).</summary>
    private async Task<PathLookup> ByOtherMethodsAsync(HttpContext context, EndpointQuestion question)
    {
        var allowed = new SortedSet<string>(StringComparer.Ordinal);
        var accepts = new List<(string, MediaTypeSet)>();
        Endpoint? held = null;
        foreach (var method in methods.Mapped)
        {
            var match = await question.MatchAsync(method, contentType: null);
            var (endpoint, types) = match.IsToldApartByType
                ? await TypesAsync(question, method)
                : (match.Endpoint, match.Endpoint is null ? MediaTypeSet.Any : rules.Of(match.Endpoint).Accepts);
            if (endpoint is null)
            {
                continue;
            }

            allowed.Add(method);
            if (rules.Of(endpoint).IsHeld)
            {
                held ??= endpoint;
                accepts.Add((method, types));
            }
        }

        if (held is not null)
        {
            return OtherMethods(allowed, await PolicyOfAsync(context, question, held), accepts);
        }

        if (allowed.Count == 0 && pages.EndpointOf(context.Request.Path) is { } page)
        {
            var isRead = context.Request.Method == HttpMethods.Get || context.Request.Method == HttpMethods.Head;
            return isRead
                ? new PathLookup { Path = PathMatch.Found, Endpoint = page }
                : OtherMethods([HttpMethods.Get], page, accepts);
        }

        return new PathLookup { Path = PathMatch.Open, LeftAlone = allowed.Count > 0 };
    }

    /// <summary>
    /// Whose CORS policy applies to the answer. A preflight asks about the method that it names, and routing answers it by that one's;
    /// HEAD has that of GET.
    /// </summary>
    private static async Task<Endpoint?> PolicyOfAsync(HttpContext context, EndpointQuestion question, Endpoint any)
    {
        if (Preflight.MethodOf(context.Request) is not { } asked)
        {
            return any;
        }

        var match = await question.MatchAsync(asked, contentType: null);
        return match.Endpoint is null && asked == HttpMethods.Head
            ? (await question.MatchAsync(HttpMethods.Get, contentType: null)).Endpoint
            : match.Endpoint;
    }

    private static PathLookup OtherMethods(SortedSet<string> allowed, Endpoint? endpoint, IReadOnlyList<(string, MediaTypeSet)> accepts)
    {
        allowed.Add(HttpMethods.Options);
        if (allowed.Contains(HttpMethods.Get))
        {
            allowed.Add(HttpMethods.Head);
        }

        return new PathLookup
        {
            Path = PathMatch.OtherMethods,
            Endpoint = endpoint,
            Allow = string.Join(", ", allowed),
            AcceptsByMethod = accepts,
        };
    }

    private async Task<PathLookup> ToldApartByTypeAsync(EndpointQuestion question, string method)
    {
        var (endpoint, types) = await TypesAsync(question, method);
        return new PathLookup
        {
            Path = PathMatch.Found,
            Endpoint = endpoint,
            Accepts = types,
            LeftAlone = endpoint is null || !rules.Of(endpoint).IsHeld,
        };
    }

    /// <summary>
    /// Asks for every media type that some endpoint accepts, since without one the match is ambiguous. Gives back one of the endpoints,
    /// if there is one that is held, and what those that are held accept.
    /// </summary>
    private async Task<(Endpoint? Endpoint, MediaTypeSet Types)> TypesAsync(EndpointQuestion question, string method)
    {
        var accepted = new List<string>();
        Endpoint? held = null;
        Endpoint? other = null;
        foreach (var type in endpoints.Endpoints.SelectMany(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? []).Distinct())
        {
            var match = await question.MatchAsync(method, type);
            if (match.Endpoint is { } endpoint && rules.Of(endpoint).IsHeld)
            {
                held ??= endpoint;
                accepted.Add(type);
            }
            else
            {
                other ??= match.Endpoint;
            }
        }

        return (held ?? other, new MediaTypeSet(accepted));
    }
}
