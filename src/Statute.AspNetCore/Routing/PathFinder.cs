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
    /// <param name="chosen">What routing chose: nothing, or an answer of its own.</param>
    internal async Task<PathLookup> FindAsync(HttpContext context, Endpoint? chosen)
    {
        var method = context.Request.Method;
        var contentType = context.Request.ContentType;
        var question = matcher.Ask(context);
        var match = chosen is null ? await question.MatchAsync(method, contentType) : default;
        var isTypeRefused = match.IsUnsupportedMediaType || (chosen is not null && Recognitions.IsRoutingsUnsupportedMediaType(chosen));
        if (match.Endpoint is null && isTypeRefused)
        {
            match = await question.MatchAsync(method, contentType: null);
            if (match.Endpoint is null)
            {
                return await ToldApartByTypeAsync(question, method);
            }
        }

        if (match.Endpoint is null && method == HttpMethods.Head)
        {
            match = await question.MatchAsync(HttpMethods.Get, contentType);
        }

        return match.Endpoint is { } endpoint ? Found(endpoint, match.Values) : await ByOtherMethodsAsync(context, question);
    }

    /// <summary>What works somewhere: the answer to <c>OPTIONS *</c> (RFC 9110, 9.3.7).</summary>
    internal PathLookup WholeServer() => OtherMethods(new SortedSet<string>(methods.Mapped, StringComparer.Ordinal), null, []);

    private PathLookup Found(Endpoint endpoint, RouteValueDictionary? values) => new()
    {
        Path = PathMatch.Found,
        Endpoint = endpoint,
        Values = values,
        LeftAlone = !rules.Of(endpoint).IsHeld,
    };

    private async Task<PathLookup> ByOtherMethodsAsync(HttpContext context, EndpointQuestion question)
    {
        var allowed = new SortedSet<string>(StringComparer.Ordinal);
        var accepts = new List<(string, MediaTypeSet)>();
        Endpoint? held = null;
        var leftAlone = false;
        foreach (var method in methods.Mapped)
        {
            var match = await question.MatchAsync(method, contentType: null);
            if (match.Endpoint is not { } endpoint)
            {
                continue;
            }

            if (!rules.Of(endpoint).IsHeld)
            {
                leftAlone = true;
                continue;
            }

            held ??= endpoint;
            allowed.Add(method);
            accepts.Add((method, rules.Of(endpoint).Accepts));
        }

        if (held is not null)
        {
            return OtherMethods(allowed, await PolicyOfAsync(context, question, held), accepts);
        }

        if (!leftAlone && pages.EndpointOf(context.Request.Path) is { } page)
        {
            var isRead = context.Request.Method == HttpMethods.Get || context.Request.Method == HttpMethods.Head;
            return isRead
                ? new PathLookup { Path = PathMatch.Found, Endpoint = page }
                : OtherMethods([HttpMethods.Get], page, accepts);
        }

        return new PathLookup { Path = PathMatch.Open, LeftAlone = leftAlone };
    }

    /// <summary>
    /// Whose CORS policy applies to the answer. A preflight asks about the method that it names, and routing answers it by that one's.
    /// </summary>
    private static async Task<Endpoint?> PolicyOfAsync(HttpContext context, EndpointQuestion question, Endpoint any) =>
        Preflight.MethodOf(context.Request) is { } asked ? (await question.MatchAsync(asked, contentType: null)).Endpoint : any;

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

    /// <summary>Asks for every media type that some endpoint accepts, since without one the match is ambiguous.</summary>
    private async Task<PathLookup> ToldApartByTypeAsync(EndpointQuestion question, string method)
    {
        var accepted = new List<string>();
        Endpoint? held = null;
        foreach (var type in endpoints.Endpoints.SelectMany(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? []).Distinct())
        {
            var match = await question.MatchAsync(method, type);
            if (match.Endpoint is { } endpoint && rules.Of(endpoint).IsHeld)
            {
                held ??= endpoint;
                accepted.Add(type);
            }
        }

        return new PathLookup { Path = PathMatch.Found, Endpoint = held, Accepts = new MediaTypeSet(accepted), LeftAlone = held is null };
    }
}
