namespace Statute.Adoption.Wire;

/// <summary>A change that the start report announces for everything that is held, with the condition under which it is announced.</summary>
/// <param name="Before">The code as written.</param>
/// <param name="After">The code that it becomes.</param>
/// <param name="Line">The report's line, whose words are the condition.</param>
internal sealed record GeneralChange(int Before, int After, string Line)
{
    /// <summary>Whether an answer differs as this was announced, under its condition.</summary>
    /// <param name="before">The answer as written.</param>
    /// <param name="after">The answer to the same request where it is held.</param>
    internal bool Explains(StoreAnswer before, StoreAnswer after) =>
        (before.Status, after.Status) == (Before, After) && IsMet(before.Request, after);

    /// <summary>Whether no client can bring it about alone, so that no request of a day shows it.</summary>
    internal bool TakesTwoWriters => Condition() == "where another writer was faster";

    private bool IsMet(StoreRequest request, StoreAnswer after) => Condition() switch
    {
        "for HEAD where GET works, and for OPTIONS, which lists what works" =>
            request.Method is "HEAD" || (request.Method is "OPTIONS" && after.Bytes.Contains("\r\nAllow: ", StringComparison.Ordinal)),
        "below /problems, for the pages of the problem types" => request.Target.StartsWith("/problems/", StringComparison.Ordinal),
        "where content or a parameter breaks a constraint, or content has another type" => IsProblem(after, "invalid-content"),
        "where nobody knows the method" => IsProblem(after, "unknown-method"),
        "where a unique key of a database is taken" => IsProblem(after, "already-exists"),
        "where another writer was faster" => IsProblem(after, "edit-conflict"),
        "where a handler is not implemented" => IsProblem(after, "not-built"),
        "where content is over its limit" => IsProblem(after, "content-length-over-limit") || IsProblem(after, "content-over-limit"),
        "where the head is over a limit, or expects what nobody meets" => IsProblem(after, "invalid-head"),
        var unknown => throw new InvalidOperationException($"The report has a condition that no test knows: {unknown}"),
    };

    /// <summary>What stands behind the codes.</summary>
    private string Condition() => Line[(Line.LastIndexOf($" {After} ", StringComparison.Ordinal) + 5)..];

    private static bool IsProblem(StoreAnswer answer, string type) =>
        answer.IsProblem && answer.Bytes.Contains($"\"type\":\"/problems/{type}\"", StringComparison.Ordinal);
}
