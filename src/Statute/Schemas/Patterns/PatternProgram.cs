namespace Statute.Schemas.Patterns;

/// <summary>A pattern as a list of steps.</summary>
internal sealed class PatternProgram
{
    private const int MaxSteps = 20_000;

    private readonly List<PatternStep> _steps = [];
    private bool _backward;

    public PatternProgram(PatternNode root)
    {
        Slots = 2 * (1 + LastCapture(root));
        Write(root);
        Add(StepKind.Match);
        Steps = [.. _steps];
        _steps.Clear();
    }

    public PatternStep[] Steps { get; }

    /// <summary>How many places are kept: both ends of each group, and where the round of a loop began.</summary>
    public int Slots { get; private set; }

    /// <summary>Whether the steps neither look about nor refer back: then it does not matter which way led to a step.</summary>
    public bool IsRegular { get; private set; } = true;

    private static int FirstCapture(PatternNode node) => CapturesOf(node).DefaultIfEmpty(int.MaxValue).Min();

    private static int LastCapture(PatternNode node) => CapturesOf(node).DefaultIfEmpty(0).Max();

    private static IEnumerable<int> CapturesOf(PatternNode node) => node switch
    {
        CaptureNode capture => CapturesOf(capture.Part).Append(capture.Number),
        SequenceNode sequence => sequence.Parts.SelectMany(CapturesOf),
        AlternativesNode alternatives => alternatives.Parts.SelectMany(CapturesOf),
        RepeatNode repeat => CapturesOf(repeat.Part),
        AssertionNode { Part: { } part } => CapturesOf(part),
        _ => [],
    };

    private static bool CanBeEmpty(PatternNode node) => node switch
    {
        CharacterNode => false,
        SequenceNode sequence => sequence.Parts.All(CanBeEmpty),
        AlternativesNode alternatives => alternatives.Parts.Any(CanBeEmpty),
        RepeatNode repeat => repeat.Min == 0 || CanBeEmpty(repeat.Part),
        CaptureNode capture => CanBeEmpty(capture.Part),
        _ => true,
    };

    private int Add(StepKind kind, int first = 0, int second = 0, CodePointSet? set = null)
    {
        if (_steps.Count >= MaxSteps)
        {
            throw new PatternException($"it takes more than {MaxSteps} steps when its repetitions are written out");
        }

        _steps.Add(new PatternStep(kind, first, second, set));
        return _steps.Count - 1;
    }

    private void Write(PatternNode node)
    {
        switch (node)
        {
            case CharacterNode character:
                Add(_backward ? StepKind.CharacterBack : StepKind.Character, set: character.Set);
                break;
            case SequenceNode sequence:
                foreach (var part in _backward ? sequence.Parts.Reverse() : sequence.Parts)
                {
                    Write(part);
                }

                break;
            case AlternativesNode alternatives:
                WriteAlternatives(alternatives.Parts);
                break;
            case RepeatNode repeat:
                WriteRepeat(repeat);
                break;
            case CaptureNode capture:
                Add(StepKind.Save, (2 * capture.Number) + (_backward ? 1 : 0));
                Write(capture.Part);
                Add(StepKind.Save, (2 * capture.Number) + (_backward ? 0 : 1));
                break;
            case BackReferenceNode reference:
                IsRegular = false;
                Add(_backward ? StepKind.BackReferenceBack : StepKind.BackReference, 2 * reference.Number);
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
            WriteRound(repeat.Part, slot: -1);
        }

        // A round beyond those that must be does not count if it takes nothing; without end it would go on for ever.
        var slot = CanBeEmpty(repeat.Part) ? Slots++ : -1;
        if (repeat.Max == int.MaxValue)
        {
            var split = WriteSplit(repeat.Lazy);
            WriteRound(repeat.Part, slot);
            Add(StepKind.Jump, split);
            CloseSplit(split, repeat.Lazy);
            return;
        }

        List<int> splits = [];
        for (var i = repeat.Min; i < repeat.Max; i++)
        {
            splits.Add(WriteSplit(repeat.Lazy));
            WriteRound(repeat.Part, slot);
        }

        splits.ForEach(split => CloseSplit(split, repeat.Lazy));
    }

    // A round begins with nothing in the groups within it.
    private void WriteRound(PatternNode part, int slot)
    {
        if (LastCapture(part) is > 0 and var last)
        {
            Add(StepKind.Forget, 2 * FirstCapture(part), (2 * last) + 1);
        }

        if (slot >= 0)
        {
            Add(StepKind.Save, slot);
        }

        Write(part);
        if (slot >= 0)
        {
            Add(StepKind.Progress, slot);
        }
    }

    private int WriteSplit(bool lazy) => lazy ? Add(StepKind.Split, 0, _steps.Count + 1) : Add(StepKind.Split, _steps.Count + 1);

    private void CloseSplit(int split, bool lazy) =>
        _steps[split] = lazy ? _steps[split] with { First = _steps.Count } : _steps[split] with { Second = _steps.Count };

    private void WriteAssertion(AssertionNode assertion)
    {
        var step = Add(assertion.Kind switch
        {
            AssertionKind.Start => StepKind.Start,
            AssertionKind.End => StepKind.End,
            AssertionKind.WordBoundary => StepKind.WordBoundary,
            AssertionKind.NoWordBoundary => StepKind.NoWordBoundary,
            AssertionKind.Ahead or AssertionKind.Behind => StepKind.Look,
            AssertionKind.NotAhead or AssertionKind.NotBehind => StepKind.NotLook,
        });
        if (assertion.Part is { } part)
        {
            IsRegular = false;
            var backward = _backward;
            _backward = assertion.Kind is AssertionKind.Behind or AssertionKind.NotBehind;
            Write(part);
            _backward = backward;
            Add(StepKind.Match);
            _steps[step] = _steps[step] with { First = _steps.Count };
        }
    }
}
