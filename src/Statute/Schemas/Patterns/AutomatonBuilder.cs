namespace Statute.Schemas.Patterns;

/// <summary>Makes steps over bytes deterministic: a state is a set of steps that a text may have come to.</summary>
internal sealed class AutomatonBuilder
{
    // A table of more states does not stay near the processor; .NET's engine makes its states as it needs them.
    private const int MaxStates = 500;

    private readonly IReadOnlyList<ByteStep> _steps;
    private readonly byte[] _classes = new byte[256];
    private readonly List<byte> _representatives = [];
    private readonly Dictionary<string, ushort> _known = [];
    private readonly Dictionary<string, ushort> _behind = [];
    private readonly List<int[]> _states = [];
    private readonly List<bool> _matchesAtEnd = [];

    private AutomatonBuilder(IReadOnlyList<ByteStep> steps) => _steps = steps;

    public static ByteAutomaton? TryMake(PatternNode root) =>
        ByteSteps.TryWrite(root) is { } steps ? new AutomatonBuilder(steps.Steps).Build(steps.First) : null;

    private ByteAutomaton? Build(int first)
    {
        ReadClasses();
        _states.AddRange([[], []]);
        _matchesAtEnd.AddRange([false, true]);
        var width = _representatives.Count;
        var start = StateOf([first], atStart: true);
        var next = new List<ushort>(Enumerable.Repeat(ByteAutomaton.Dead, width).Concat(Enumerable.Repeat(ByteAutomaton.Matched, width)));
        for (var state = 2; state < _states.Count; state++)
        {
            if (_states.Count > MaxStates)
            {
                return null;
            }

            foreach (var one in _representatives)
            {
                next.Add(Behind(_states[state], one));
            }
        }

        return new ByteAutomaton(_classes, width, [.. next], [.. _matchesAtEnd], start);
    }

    /// <summary>Bytes are of one class where no range begins or ends between them.</summary>
    private void ReadClasses()
    {
        var begins = new bool[257];
        begins[0] = true;
        foreach (var step in _steps.Where(step => step.Kind == ByteStepKind.Range && step.Low <= step.High))
        {
            begins[step.Low] = true;
            begins[step.High + 1] = true;
        }

        for (var one = 0; one < 256; one++)
        {
            if (begins[one])
            {
                _representatives.Add((byte)one);
            }

            _classes[one] = (byte)(_representatives.Count - 1);
        }
    }

    /// <summary>The state behind a byte. Most bytes lead to the same steps as others, and what these reach is looked up.</summary>
    private ushort Behind(int[] state, byte one)
    {
        List<int> steps = [.. from number in state
                              let step = _steps[number]
                              where step.Kind == ByteStepKind.Range && one >= step.Low && one <= step.High
                              select step.Next];
        var key = string.Join(' ', steps);
        if (!_behind.TryGetValue(key, out var next))
        {
            next = StateOf(steps, atStart: false);
            _behind.Add(key, next);
        }

        return next;
    }

    private ushort StateOf(IEnumerable<int> steps, bool atStart)
    {
        var reached = Reach(steps, atStart, atEnd: false);
        if (reached.Count == 0)
        {
            return ByteAutomaton.Dead;
        }

        if (reached.Any(step => _steps[step].Kind == ByteStepKind.Match))
        {
            return ByteAutomaton.Matched;
        }

        // What was left behind at the start of the text may still match if the text ends at once.
        int[] kept = [.. reached.Where(step => _steps[step].Kind is ByteStepKind.Range or ByteStepKind.End).Order()];
        var matchesAtEnd = Reach(reached, atStart, atEnd: true).Any(step => _steps[step].Kind == ByteStepKind.Match);
        var key = $"{matchesAtEnd} {string.Join(' ', kept)}";
        if (!_known.TryGetValue(key, out var state))
        {
            state = (ushort)_states.Count;
            _known.Add(key, state);
            _states.Add(kept);
            _matchesAtEnd.Add(matchesAtEnd);
        }

        return state;
    }

    /// <summary>All steps that are reached without a byte.</summary>
    private HashSet<int> Reach(IEnumerable<int> steps, bool atStart, bool atEnd)
    {
        var reached = new HashSet<int>();
        var open = new Stack<int>(steps);
        while (open.TryPop(out var number))
        {
            if (!reached.Add(number))
            {
                continue;
            }

            var step = _steps[number];
            if (step.Kind == ByteStepKind.Fork)
            {
                open.Push(step.Other);
            }

            if (step.Kind == ByteStepKind.Fork || (step.Kind == ByteStepKind.Start && atStart) || (step.Kind == ByteStepKind.End && atEnd))
            {
                open.Push(step.Next);
            }
        }

        return reached;
    }
}
