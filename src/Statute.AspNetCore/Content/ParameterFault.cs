using Statute.Problems;

namespace Statute.AspNetCore.Content;

/// <summary>The words for a parameter that is missing or cannot be read.</summary>
internal static class ParameterFault
{
    internal static ProblemError Missing(ParameterSource source, string name, Type type) =>
        At(source, name, $"'{name}' is missing; {Needed(type, "")}.");

    internal static ProblemError Unreadable(ParameterSource source, string name, string value, Type type) => At(source, name,
        value.Length == 0 ? $"'{name}' is empty; {Needed(type, value)}."
        : ExpectedValue.Of(type, value) is { } expected ? $"'{name}' is {ShownValue.Of(value)}; it must be {expected}."
        : $"'{name}' is {ShownValue.Of(value)}, which cannot be read.");

    internal static ProblemError UnreadableAmong(ParameterSource source, string name, string value, Type element) => At(source, name,
        ExpectedValue.Of(element, value) is { } expected
            ? $"'{name}' has the value {ShownValue.Of(value)}; each value must be {expected}."
            : $"'{name}' has the value {ShownValue.Of(value)}, which cannot be read.");

    private static string Needed(Type type, string value) =>
        type != typeof(string) && ExpectedValue.Of(type, value) is { } expected ? $"it must be {expected}" : "it must have a value";

    private static ProblemError At(ParameterSource source, string name, string detail) => source switch
    {
        ParameterSource.Route or ParameterSource.Query => new ProblemError(detail, Parameter: name),
        ParameterSource.Header => new ProblemError(detail, Header: name),
    };
}
