using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Statute.AspNetCore.Endpoints;

/// <summary>The rules of each endpoint, made when it is first met and forgotten together with it.</summary>
internal sealed class EndpointRulesCache(EndpointStages stages)
{
    private readonly ConditionalWeakTable<Endpoint, EndpointRules> _rules = [];

    internal EndpointRules Of(Endpoint endpoint)
    {
        if (_rules.TryGetValue(endpoint, out var known))
        {
            return known;
        }

        var rules = _rules.GetValue(endpoint, e => new EndpointRules(e, stages));
        if (rules.Endpoint != endpoint)
        {
            // The endpoint is asked for again by the name under which it runs, when its answer is judged.
            _rules.TryAdd(rules.Endpoint, rules);
        }

        return rules;
    }

    /// <summary>Whether an answer is held to the table; one that no endpoint of the application gave is.</summary>
    internal bool IsHeld(Endpoint? endpoint) =>
        endpoint is null ? stages.Profile != StatuteProfile.Observe : endpoint is OwnEndpoint || Of(endpoint).IsHeld;

    /// <summary>Whether an answer is only looked at; one that is left alone under any profile is not.</summary>
    internal bool IsObserved(Endpoint? endpoint) => endpoint is null or OwnEndpoint
        ? stages.Profile == StatuteProfile.Observe
        : Of(endpoint) is { Profile: StatuteProfile.Observe, Exclusion: null };
}
