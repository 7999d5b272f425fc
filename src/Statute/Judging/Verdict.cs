namespace Statute.Judging;

/// <summary>
/// What a stage decided: pass, or one problem with its evidence. The default value is a pass, and a pass allocates nothing.
/// </summary>
public readonly record struct Verdict
{
    private Verdict(ProblemType problem, string detail, string? header)
    {
        Problem = problem;
        Detail = detail;
        Header = header;
    }

    /// <summary>Nothing is wrong as far as this stage can see.</summary>
    public static Verdict Pass => default;

    /// <summary>Whether nothing is wrong; <see cref="Problem"/> has no meaning then.</summary>
    public bool IsPass => Detail is null;

    /// <summary>What is wrong.</summary>
    public ProblemType Problem { get; }

    /// <summary>One or two sentences for the caller: the offender, its value, the limit and the cure. Null for a pass.</summary>
    public string? Detail { get; }

    /// <summary>The name of the header field that is at fault, or null.</summary>
    public string? Header { get; }

    /// <summary>Makes a refusal.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="detail">Words for the caller, see <see cref="Detail"/>.</param>
    /// <param name="header">The header field at fault, or null.</param>
    public static Verdict Refuse(ProblemType problem, string detail, string? header = null) => new(problem, detail, header);
}
