namespace Statute.Problems;

/// <summary>The members of a problem that are ours to say.</summary>
internal static class ProblemMembers
{
    private static readonly HashSet<string> Names =
        new(StringComparer.Ordinal) { "type", "title", "status", "detail", "instance", "repeat" };

    /// <summary>Whether nobody else may say this member.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="hasErrors">Whether the problem lists errors of its own.</param>
    internal static bool AreOurs(string name, bool hasErrors) =>
        Names.Contains(name) || (hasErrors && name is "errors" or "errorsOmitted");
}
