using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Patterns;

/// <summary>
/// A pattern in the form that judges it soonest: an automaton over bytes where it is regular and small; all ways at once where it is
/// regular; else one way after the other. Each of them pays for what it does.
/// </summary>
internal sealed class EcmaPattern
{
    private readonly ByteAutomaton? _automaton;
    private readonly PatternProgram? _program;

    public EcmaPattern(string text)
    {
        Text = text;
        Root = PatternParser.Parse(text);
        _automaton = AutomatonBuilder.TryMake(Root);
        _program = _automaton is null ? new PatternProgram(Root) : null;
    }

    /// <summary>The pattern as the schema has it.</summary>
    public string Text { get; }

    public PatternNode Root { get; }

    /// <summary>Whether time grows with the length of a text only. Else the budget of steps ends what takes too long.</summary>
    public bool IsLinear => _program is not { IsRegular: false };

    public bool IsMatch(ref Run run, ReadOnlySpan<byte> text)
    {
        if (_program is null)
        {
            return run.Spend(1 + (text.Length >> 3)) && _automaton!.IsMatch(text);
        }

        return _program.IsRegular ? ParallelSearch.IsMatch(ref run, _program, text) : Backtracker.IsMatch(ref run, _program, text);
    }
}
