using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Patterns;

/// <summary>
/// A pattern in the form that judges it soonest: an automaton over bytes where it is regular and small; .NET's engine without
/// backtracking where it is regular; else an engine that counts its steps.
/// </summary>
internal sealed class EcmaPattern
{
    private readonly ByteAutomaton? _automaton;
    private readonly LinearPattern? _linear;
    private readonly BacktrackingProgram? _backtracking;

    public EcmaPattern(string text)
    {
        Text = text;
        Root = PatternParser.Parse(text);
        _automaton = AutomatonBuilder.TryMake(Root);
        _linear = _automaton is null ? LinearPattern.TryMake(Root) : null;
        _backtracking = _automaton is null && _linear is null ? new BacktrackingProgram(Root) : null;
    }

    /// <summary>The pattern as the schema has it.</summary>
    public string Text { get; }

    public PatternNode Root { get; }

    /// <summary>Whether time grows with the length of a text only. Else the budget of steps ends what takes too long.</summary>
    public bool IsLinear => _backtracking is null;

    public bool IsMatch(ref Run run, ReadOnlySpan<byte> text)
    {
        if (_automaton is not null)
        {
            return run.Spend(text.Length >> 3) && _automaton.IsMatch(text);
        }

        return _linear is not null
            ? run.Spend(text.Length) && _linear.IsMatch(text)
            : _backtracking!.IsMatch(ref run, text);
    }
}
