using System.Text.Json;

namespace Statute.Problems;

/// <summary>What of somebody else's error body may be said under a row of the table. Immutable.</summary>
public sealed class ForeignBody
{
    /// <summary>A body of which nothing can be used.</summary>
    public static ForeignBody Nothing { get; } = new();

    /// <summary>The problem type of the application's own; null where it named none, or only a code in other words.</summary>
    public string? Type { get; internal init; }

    /// <summary>The application's <c>detail</c>, or null.</summary>
    public string? Detail { get; internal init; }

    /// <summary>Members that are the application's own, in their order; none that a refusal has itself.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Extensions { get; internal init; } = [];

    /// <summary>
    /// The faults of a validation problem as .NET writes it: <c>"errors": { "Sku": ["too long"] }</c>, a pair for each. Empty for others.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Faults { get; internal init; } = [];

    /// <summary>The same without the member that <see cref="Faults"/> came from: somebody else says it better.</summary>
    public ForeignBody WithoutFaults() => new()
    {
        Type = Type,
        Detail = Detail,
        Extensions = [.. Extensions.Where(member => member.Key != "errors")],
    };

    /// <summary>The same without the detail: it holds what nobody outside shall read.</summary>
    public ForeignBody WithoutDetail() => new() { Type = Type, Extensions = Extensions, Faults = Faults };
}
