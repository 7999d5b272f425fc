namespace Statute.Schemas.Patterns;

/// <summary>Writes a pattern as steps over bytes, from its end to its start.</summary>
internal sealed class ByteSteps
{
    private const int MaxSteps = 4000;

    private readonly List<ByteStep> _steps = [];

    private ByteSteps()
    {
    }

    public IReadOnlyList<ByteStep> Steps => _steps;

    public int First { get; private set; }

    /// <summary>Nothing if the pattern is not regular, or takes too many steps.</summary>
    public static ByteSteps? TryWrite(PatternNode root)
    {
        var steps = new ByteSteps();
        var first = steps.Write(root, steps.Add(new(ByteStepKind.Match, 0, 0, 0, 0)));
        if (first < 0 || steps._steps.Count > MaxSteps)
        {
            return null;
        }

        // A match may begin anywhere: any byte may come before it.
        var fork = steps.Add(default);
        var any = steps.Add(new(ByteStepKind.Range, 0, 255, fork, 0));
        steps._steps[fork] = new ByteStep(ByteStepKind.Fork, 0, 0, first, any);
        steps.First = fork;
        return steps;
    }

    private int Add(ByteStep step)
    {
        _steps.Add(step);
        return _steps.Count - 1;
    }

    private int Fork(int one, int other) => Add(new(ByteStepKind.Fork, 0, 0, one, other));

    /// <summary>Writes a part in front of a step, and tells where it begins; -1 if it cannot be written.</summary>
    private int Write(PatternNode node, int next)
    {
        if (next < 0 || _steps.Count > MaxSteps)
        {
            return -1;
        }

        switch (node)
        {
            case CharacterNode character:
                return WriteSet(character.Set, next);
            case SequenceNode sequence:
                return sequence.Parts.Reverse().Aggregate(next, (behind, part) => Write(part, behind));
            case AlternativesNode alternatives:
                var ways = alternatives.Parts.Select(part => Write(part, next)).ToList();
                return ways.Contains(-1) ? -1 : ways.Aggregate((one, other) => Fork(one, other));
            case RepeatNode repeat:
                return WriteRepeat(repeat, next);
            case CaptureNode capture:
                return Write(capture.Part, next);
            case AssertionNode { Kind: AssertionKind.Start }:
                return Add(new(ByteStepKind.Start, 0, 0, next, 0));
            case AssertionNode { Kind: AssertionKind.End }:
                return Add(new(ByteStepKind.End, 0, 0, next, 0));
            default:
                return -1;
        }
    }

    private int WriteSet(CodePointSet set, int next)
    {
        var first = -1;
        foreach (var sequence in Utf8Ranges.Of(set))
        {
            var start = next;
            for (var i = sequence.Length - 1; i >= 0; i--)
            {
                start = Add(new(ByteStepKind.Range, sequence[i].Low, sequence[i].High, start, 0));
            }

            first = first < 0 ? start : Fork(first, start);
            if (_steps.Count > MaxSteps)
            {
                return -1;
            }
        }

        // A set of nothing: a range that no byte is in.
        return first < 0 ? Add(new(ByteStepKind.Range, 1, 0, next, 0)) : first;
    }

    private int WriteRepeat(RepeatNode repeat, int next)
    {
        var first = next;
        if (repeat.Max == int.MaxValue)
        {
            first = Add(default);
            var round = Write(repeat.Part, first);
            _steps[first] = new ByteStep(ByteStepKind.Fork, 0, 0, round, next);
            next = round < 0 ? -1 : first;
        }

        for (var i = repeat.Min; i < repeat.Max && repeat.Max < int.MaxValue && first >= 0; i++)
        {
            var round = Write(repeat.Part, first);
            first = round < 0 ? -1 : Fork(round, next);
        }

        for (var i = 0; i < repeat.Min && first >= 0 && next >= 0; i++)
        {
            first = Write(repeat.Part, first);
        }

        return next < 0 ? -1 : first;
    }
}
