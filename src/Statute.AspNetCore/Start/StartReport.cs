using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Statute.AspNetCore.Declarations;
using Statute.AspNetCore.Endpoints;
using Statute.AspNetCore.Routing;
using Statute.Folding;

namespace Statute.AspNetCore.Start;

/// <summary>
/// What the table changes in an application, as far as its endpoints declare it: told once, when they are all known, before a client
/// notices.
/// </summary>
internal sealed class StartReport(
    EndpointDataSource endpoints,
    EndpointRulesCache rules,
    ExceptedPaths except,
    DeclaredRows rows,
    UnreadConstraints constraints,
    OverlappingPaths overlaps,
    IOptions<StatuteOptions> options)
{
    private readonly StatuteOptions _options = options.Value;

    /// <summary>Composes the report.</summary>
    /// <returns>The text, and whether something in it needs a hand.</returns>
    internal (string Text, bool IsWarning) Compose()
    {
        var all = endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsMatched).ToList();
        var subject = all.Where(e => rules.Of(e).Exclusion is null && !except.Contain(EndpointName.PathOf(e))).ToList();
        var held = subject.Where(e => rules.Of(e).IsHeld).ToList();
        var told = IsObserver ? subject : held;
        var unread = told.SelectMany(constraints.Of).Distinct().Order(StringComparer.Ordinal).ToList();
        var untold = UntoldVersions.Among(told).ToList();

        var text = new StringBuilder();
        Begin(text, held.Count, all.Count);
        List(text, "Declared, and outside the table:", subject.SelectMany(Changes));
        List(text, "On everything that is held:", IsObserver ? GeneralChanges.Of(_options) : []);
        List(text, "Observed, not held:", subject.Except(told).Select(EndpointName.Of));
        List(text, "Left alone:", Exclusions(all));
        List(text, "Null is 404 here, and was 204:", told.Where(IsNullTurned).Select(EndpointName.Of));
        List(text, "Null is not 404 here; it is once the endpoint is .Held():", told.Where(IsNullKept).Select(EndpointName.Of));
        List(
            text,
            "Led to a template where the path itself is served without the method; by the description of the API that is 405:",
            overlaps.Among(told).Select(o => $"{o.Method} {o.Path}: {o.Template}"));
        List(
            text,
            "No GET of the path tells the version of what is written, so that each If-Match is refused; mark it .Versioned() too:",
            untold.Select(EndpointName.Of));
        if (unread.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nNobody looks at the validation attributes of {string.Join(", ", unread)}. ")
                .Append("Call builder.Services.AddValidation() in the project that has them.");
        }

        return (text.ToString(), unread.Count + untold.Count > 0);
    }

    private bool IsObserver => _options.Profile == StatuteProfile.Observe;

    private void Begin(StringBuilder text, int held, int all)
    {
        text.Append(
            CultureInfo.InvariantCulture, $"Holds {held} of {all} endpoints to the {_options.Table.Rows.Count} rows of the table, ");
        text.Append(CultureInfo.InvariantCulture, $"profile {_options.Profile}.");
        text.Append(IsObserver ? " Not a byte is changed; what follows is what the profile Fold would change." : "")
            .Append(" What handlers answer without declaring it is counted in ")
            .Append(IsObserver ? "statute.answers.observed." : "statute.answers.folded.");
    }

    private IEnumerable<string> Changes(RouteEndpoint endpoint)
    {
        var name = EndpointName.Of(endpoint);
        var methods = EndpointName.MethodsOf(endpoint);
        var profile = rules.Of(endpoint).Profile;
        foreach (var answer in DeclaredAnswer.AllOf(endpoint))
        {
            if (answer.Code == StatusCodes.Status204NoContent && IsNullTurned(endpoint))
            {
                continue;
            }

            var codes = rows.Of(answer, methods, profile);
            if (Change(answer, codes) is { } change)
            {
                yield return $"{name}: {answer.Code} {change}";
            }
        }
    }

    private string? Change(DeclaredAnswer answer, IReadOnlyList<int> codes) => codes switch
    {
        [] => "is not asked for any more",
        [var code] when code == answer.Code => _options.Table.Find(code) is null && Folds.Of(code) is null ? "passes, a redirect" : null,
        [var code] => $"becomes {code}{(answer.IsValidation ? " where a constraint is broken" : "")}",
        _ => $"becomes {codes[0]}, or {codes[1]} where a repeat is harmless",
    };

    private IEnumerable<string> Exclusions(IEnumerable<RouteEndpoint> all) =>
    [
        .. _options.Except.Select(path => $"* {path}/...: excepted"),
        .. all.Where(e => rules.Of(e).Exclusion is not null).Select(e => $"{EndpointName.Of(e)}: {rules.Of(e).Exclusion}"),
    ];

    private bool IsNullTurned(RouteEndpoint endpoint) =>
        NullHandlers.ContainAction(endpoint) && !rules.Of(endpoint).MayHaveNoContent;

    private static bool IsNullKept(RouteEndpoint endpoint) =>
        NullHandlers.Contain(endpoint) && endpoint.Metadata.GetMetadata<HeldAttribute>() is null;

    private static bool IsMatched(Endpoint endpoint) => endpoint.RequestDelegate is not null
        && endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true };

    private static void List(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            text.Append(isFirst ? $"\n{heading}" : "").Append("\n  ").Append(line);
            isFirst = false;
        }
    }
}
