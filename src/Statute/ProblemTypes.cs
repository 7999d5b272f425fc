namespace Statute;

/// <summary>What belongs to each <see cref="ProblemType"/>.</summary>
public static class ProblemTypes
{
    private static readonly string[] Names = [.. Enum.GetNames<ProblemType>().Select(Kebab)];

    /// <summary>Every problem type in the order in which they are decided.</summary>
    public static IReadOnlyList<ProblemType> All { get; } = Enum.GetValues<ProblemType>();

    /// <summary>The code of the row that the problem belongs to.</summary>
    public static int Code(this ProblemType problem) => problem switch
    {
        ProblemType.InvalidHead => 400,
        ProblemType.UnknownMethod => 501,
        ProblemType.NotFound => 404,
        ProblemType.MethodNotAllowed => 405,
        ProblemType.Withdrawn => 503,
        ProblemType.NotBuilt => 501,
        ProblemType.Unauthorized => 401,
        ProblemType.Forbidden => 403,
        ProblemType.UnsupportedMediaType => 415,
        ProblemType.UnsupportedContentCoding => 415,
        ProblemType.InvalidParameter => 400,
        ProblemType.ContentLengthOverLimit => 413,
        ProblemType.ContentOverBudget => 413,
        ProblemType.ContentOverLimit => 413,
        ProblemType.IncompleteContent => 400,
        ProblemType.MalformedContent => 400,
        ProblemType.InvalidContent => 422,
        ProblemType.KeyReused => 422,
        ProblemType.InProgress => 409,
        ProblemType.StorageFull => 503,
        ProblemType.ResourceNotFound => 404,
        ProblemType.AlreadyExists => 409,
        ProblemType.EditConflict => 409,
        ProblemType.StateConflict => 409,
        ProblemType.OutcomeUnknown => 500,
        ProblemType.UnexpectedError => 500,
    };

    /// <summary>The last segment of the problem's <c>type</c>, such as <c>method-not-allowed</c>.</summary>
    public static string Name(this ProblemType problem) => Names[(int)problem];

    /// <summary>Finds the problem type of a name; false where there is none.</summary>
    public static bool TryParse(string name, out ProblemType problem)
    {
        problem = (ProblemType)Array.IndexOf(Names, name);
        return problem >= 0;
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
