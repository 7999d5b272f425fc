using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Patterns;

/// <summary>A pattern as a list of steps for <see cref="Backtracker"/>.</summary>
internal sealed class BacktrackingProgram
{
    private const int MaxSteps = 20_000;

    private readonly List<BacktrackingStep> _steps = [];

    // How many places are kept: both ends of each group, and where the round of a loop began.
    private int _slots;

    public BacktrackingProgram(PatternNode root)
    {
        _slots = 2 * (1 + CountCaptures(root));
        Write(root);
        Add(StepKind.Match);
    }

    public IReadOnlyList<BacktrackingStep> Steps => _steps;

    public bool IsMatch(ref Run run, ReadOnlySpan<byte> text)
    {
        var top = run.Arena.Top;
        var slots = run.Arena.Take(_slots);
        var matches = false;
        for (var start = 0; start <= text.Length && !matches && run.Fault == RunFault.None; start++)
        {
            // Not within a code point.
            if (start == text.Length || (text[start] & 0xC0) != 0x80)
            {
                run.Arena.Slice(slots, _slots).Fill(ulong.MaxValue);
                matches = Backtracker.Matches(ref run, this, text, 0, start, slots);
                run.Arena.Top = slots + _slots;
            }
        }

        run.Arena.Top = top;
        return matches && run.Fault == RunFault.None;
    }

    private static int CountCaptures(PatternNode node) => node switch
    {
        CaptureNode capture => Math.Max(capture.Number, CountCaptures(capture.Part)),
        SequenceNode sequence => sequence.Parts.Select(CountCaptures).Append(0).Max(),
        AlternativesNode alternatives => alternatives.Parts.Select(CountCaptures).Append(0).Max(),
        RepeatNode repeat => CountCaptures(repeat.Part),
        AssertionNode { Part: { } part } => CountCaptures(part),
        _ => 0,
    };

    private int Add(StepKind kind, int first = 0, int second = 0, CodePointSet? set = null)
    {
        if (_steps.Count >= MaxSteps)
        {
            throw new PatternException($"it takes more than {MaxSteps} steps when its repetitions are written out");
        }

        _steps.Add(new BacktrackingStep(kind, first, second, set));
        return _steps.Count - 1;
    }

    private void Write(PatternNode node)
    {
        switch (node)
        {
            case CharacterNode character:
                Add(StepKind.Character, set: character.Set);
                break;
            case SequenceNode sequence:
                sequence.Parts.ToList().ForEach(Write);
                break;
            case AlternativesNode alternatives:
                WriteAlternatives(alternatives.Parts);
                break;
            case RepeatNode repeat:
                WriteRepeat(repeat);
                break;
            case CaptureNode capture:
                Add(StepKind.Save, 2 * capture.Number);
                Write(capture.Part);
                Add(StepKind.Save, (2 * capture.Number) + 1);
                break;
            case BackReferenceNode reference:
                Add(StepKind.BackReference, 2 * reference.Number);
                break;
            case AssertionNode assertion:
                WriteAssertion(assertion);
                break;
        }
    }

    private void WriteAlternatives(IReadOnlyList<PatternNode> parts)
    {
        List<int> jumps = [];
        for (var i = 0; i < parts.Count - 1; i++)
        {
            var split = Add(StepKind.Split, _steps.Count + 1);
            Write(parts[i]);
            jumps.Add(Add(StepKind.Jump));
            _steps[split] = _steps[split] with { Second = _steps.Count };
        }

        Write(parts[^1]);
        jumps.ForEach(jump => _steps[jump] = _steps[jump] with { First = _steps.Count });
    }

    private void WriteRepeat(RepeatNode repeat)
    {
        for (var i = 0; i < repeat.Min; i++)
        {
            Write(repeat.Part);
        }

        if (repeat.Max == int.MaxValue)
        {
            var slot = _slots++;
            var split = WriteSplit(repeat.Lazy);
            Add(StepKind.Save, slot);
            Write(repeat.Part);

            // A round that takes nothing would go on for ever.
            Add(StepKind.Progress, slot);
            Add(StepKind.Jump, split);
            CloseSplit(split, repeat.Lazy);
            return;
        }

        List<int> splits = [];
        for (var i = repeat.Min; i < repeat.Max; i++)
        {
            splits.Add(WriteSplit(repeat.Lazy));
            Write(repeat.Part);
        }

        splits.ForEach(split => CloseSplit(split, repeat.Lazy));
    }

    private int WriteSplit(bool lazy) => lazy ? Add(StepKind.Split, 0, _steps.Count + 1) : Add(StepKind.Split, _steps.Count + 1);

    private void CloseSplit(int split, bool lazy) =>
        _steps[split] = lazy ? _steps[split] with { First = _steps.Count } : _steps[split] with { Second = _steps.Count };

    private void WriteAssertion(AssertionNode assertion)
    {
        var kind = assertion.Kind switch
        {
            AssertionKind.Start => StepKind.Start,
            AssertionKind.End => StepKind.End,
            AssertionKind.WordBoundary => StepKind.WordBoundary,
            AssertionKind.NoWordBoundary => StepKind.NoWordBoundary,
            AssertionKind.Ahead => StepKind.Ahead,
            AssertionKind.NotAhead => StepKind.NotAhead,
            AssertionKind.Behind => StepKind.Behind,
            AssertionKind.NotBehind => StepKind.NotBehind,
        };
        var step = Add(kind);
        if (assertion.Part is { } part)
        {
            Write(part);
            Add(StepKind.Match);
            _steps[step] = _steps[step] with { First = _steps.Count };
        }
    }
}
