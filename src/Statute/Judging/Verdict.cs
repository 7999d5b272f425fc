using Statute.Problems;

namespace Statute.Judging;

/// <summary>
/// What a stage decided: pass, or one problem with its evidence. The default value is a pass, and a pass allocates nothing.
/// </summary>
public readonly record struct Verdict
{
    private readonly IReadOnlyList<ProblemError>? _errors;

    private Verdict(ProblemType problem, string detail, IReadOnlyList<ProblemError>? errors)
    {
        Problem = problem;
        Detail = detail;
        _errors = errors;
    }

    /// <summary>Nothing is wrong as far as this stage can see.</summary>
    public static Verdict Pass => default;

    /// <summary>Whether nothing is wrong; <see cref="Problem"/> has no meaning then.</summary>
    public bool IsPass => Detail is null;

    /// <summary>What is wrong.</summary>
    public ProblemType Problem { get; }

    /// <summary>One or two sentences for the caller: the offender, its value, the limit and the cure. Null for a pass.</summary>
    public string? Detail { get; }

    /// <summary>The single faults, each with its place; empty where the detail says it all.</summary>
    public IReadOnlyList<ProblemError> Errors => _errors ?? [];

    /// <summary>Makes a refusal.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="detail">Words for the caller, see <see cref="Detail"/>.</param>
    public static Verdict Refuse(ProblemType problem, string detail) => new(problem, detail, null);

    /// <summary>Makes a refusal for several faults.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="detail">Words for the caller, see <see cref="Detail"/>.</param>
    /// <param name="errors">The single faults.</param>
    public static Verdict Refuse(ProblemType problem, string detail, IReadOnlyList<ProblemError> errors) => new(problem, detail, errors);

    /// <summary>Makes a refusal for which one header field is at fault.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="detail">Words for the caller, see <see cref="Detail"/>.</param>
    /// <param name="header">The name of the field.</param>
    public static Verdict Refuse(ProblemType problem, string detail, string header) =>
        new(problem, detail, [new ProblemError(detail, Header: header)]);

    /// <summary>Makes a refusal in the words of the problem's page.</summary>
    /// <param name="problem">What is wrong.</param>
    public static Verdict Refuse(ProblemType problem) => new(problem, ProblemText.Of(problem).Brief, null);
}
