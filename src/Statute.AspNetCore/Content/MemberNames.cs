using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Statute.Problems;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Turns the keys of a validation dictionary into places that the caller knows. The validators speak of C#: <c>Lines[1].Qty</c>, some
/// with the name of the handler's parameter in front; the caller knows <c>#/lines/1/qty</c>.
/// </summary>
/// <param name="content">The type of the content, or null where the endpoint takes none.</param>
/// <param name="parameters">The names of the route, query and header parameters.</param>
/// <param name="whole">The name of the parameter that takes the content as a whole, where there is one.</param>
internal sealed class MemberNames(JsonTypeInfo? content, IReadOnlyCollection<string> parameters, string? whole = null)
{
    internal ProblemError Name(string key, string detail)
    {
        if (key.Length == 0 || KeyPath.IsJsonPath(key))
        {
            return new ProblemError(detail, JsonPaths.ToPointer(key));
        }

        var names = KeyPath.Names(key);
        if (content is not null && Walk(names, 0) is { IsWhole: true } member)
        {
            return new ProblemError(detail, member.Pointer);
        }

        if (names.Count > 1 && Parameter(key) is { } gatheredByName)
        {
            return new ProblemError(detail, Parameter: gatheredByName);
        }

        if (Parameter(names[0]) is { } parameter)
        {
            return new ProblemError(detail, Parameter: parameter);
        }

        if (names.Count == 1 && names[0].Equals(whole, StringComparison.OrdinalIgnoreCase))
        {
            return new ProblemError(detail, FragmentPointer.Root);
        }

        if (content is not null && names.Count > 1 && Walk(names, 1) is { IsWhole: true } prefixed)
        {
            return new ProblemError(detail, prefixed.Pointer);
        }

        // The members of [AsParameters] are parameters, and are named behind the parameter that gathers them.
        return names.Count > 1 && Parameter(names[1]) is { } gathered
            ? new ProblemError(detail, Parameter: gathered)
            : new ProblemError(detail, Walk(names, 0).Pointer);
    }

    private string? Parameter(string name)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>Follows the names through the types. Where the types end, the names are written as the policy would write them.</summary>
    private (string Pointer, bool IsWhole) Walk(IReadOnlyList<string> names, int first)
    {
        var (pointer, isWhole) = (FragmentPointer.Root, true);
        var type = content is null ? null : ContentTypes.WithoutNull(content);
        for (var i = first; i < names.Count; i++)
        {
            var (name, next, isKnown) = Step(type, names[i]);
            pointer = FragmentPointer.Append(pointer, name);
            type = next;
            isWhole &= isKnown;
        }

        return (pointer, isWhole);
    }

    private (string Name, JsonTypeInfo? Next, bool IsKnown) Step(JsonTypeInfo? type, string name)
    {
        switch (type?.Kind)
        {
            case JsonTypeInfoKind.Object when ContentTypes.Member(type, name) is { } member:
                return (member.Name, ContentTypes.Of(type, member.PropertyType), true);
            case JsonTypeInfoKind.Enumerable when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _):
                return (name, ContentTypes.Of(type, type.ElementType), true);
            case JsonTypeInfoKind.Dictionary:
                return (name, ContentTypes.Of(type, type.ElementType), true);
            default:
                return (AsPolicyWrites(name), null, false);
        }
    }

    /// <summary>Where no content is known, names are written as ASP.NET writes them unless it is told otherwise.</summary>
    private string AsPolicyWrites(string name) => content is null || content.Options.PropertyNamingPolicy == JsonNamingPolicy.CamelCase
        ? JsonNamingPolicy.CamelCase.ConvertName(name)
        : name;
}
