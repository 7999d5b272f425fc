using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Statute.Judging;

namespace Statute.AspNetCore.Routing;

/// <summary>Whom a path leads to, and what an answer has to say of it.</summary>
internal readonly record struct PathLookup
{
    internal required PathMatch Path { get; init; }

    /// <summary>
    /// For <see cref="PathMatch.Found"/>: the endpoint to run. For other methods: one of them, whose CORS policy applies.
    /// </summary>
    internal Endpoint? Endpoint { get; init; }

    internal RouteValueDictionary? Values { get; init; }

    /// <summary>The methods that work at this path, as Allow has them.</summary>
    internal string? Allow { get; init; }

    /// <summary>The media types accepted at this path where the endpoint cannot be told without one; null otherwise.</summary>
    internal MediaTypeSet? Accepts { get; init; }

    /// <summary>What the endpoints at this path accept, by method: POST and PATCH tell it in fields of their own.</summary>
    internal IReadOnlyList<(string Method, MediaTypeSet Accepts)> AcceptsByMethod { get; init; }

    /// <summary>Whether we have asked routing in the application's place, so that it has selected nobody yet.</summary>
    internal bool WasAsked { get; init; }

    /// <summary>Whether the path belongs to endpoints that Statute leaves alone: routing's own answer stands.</summary>
    internal bool LeftAlone { get; init; }
}
