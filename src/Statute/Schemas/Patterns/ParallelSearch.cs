using System.Runtime.InteropServices;
using System.Text;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Patterns;

/// <summary>
/// Follows all ways through a regular program at once: for each character the steps that some way has come to. Time is at most the
/// length of the text times the number of steps, all of it is paid for, and nothing is kept from one text to the next.
/// </summary>
internal ref struct ParallelSearch
{
    private readonly ReadOnlySpan<PatternStep> _steps;
    private readonly ReadOnlySpan<byte> _text;

    // For each step the character before which it was come to last, counted from 1.
    private readonly Span<int> _met;

    // Steps that are met and not yet followed.
    private readonly Span<int> _open;

    // Steps that wait for the character that comes now, and for the one behind it.
    private Span<int> _now;
    private Span<int> _next;
    private int _count;
    private int _character = 1;
    private int _work;

    private ParallelSearch(Span<int> memory, ReadOnlySpan<PatternStep> steps, ReadOnlySpan<byte> text)
    {
        _steps = steps;
        _text = text;
        _met = memory[..steps.Length];
        _open = memory[steps.Length..(2 * steps.Length)];
        _now = memory[(2 * steps.Length)..(3 * steps.Length)];
        _next = memory[(3 * steps.Length)..];
    }

    public static bool IsMatch(ref Run run, PatternProgram program, ReadOnlySpan<byte> text)
    {
        // Clearing eight words takes about as long as meeting a value.
        var words = 2 * program.Steps.Length;
        if (!run.Spend(words >> 3))
        {
            return false;
        }

        var top = run.Arena.Top;
        var memory = run.Arena.Slice(run.Arena.Take(words), words);
        var matches = new ParallelSearch(MemoryMarshal.Cast<ulong, int>(memory), program.Steps, text).Holds(ref run);
        run.Arena.Top = top;
        return matches;
    }

    private bool Holds(ref Run run)
    {
        // A match may begin at any place, unless the pattern says otherwise.
        var onlyAtStart = _steps[0].Kind == StepKind.Start;
        var at = 0;
        var matched = Reach(0, at);
        while (!matched && at < _text.Length && (_count > 0 || !onlyAtStart) && run.Spend(1 + (_work >> 2)))
        {
            Rune.DecodeFromUtf8(_text[at..], out var rune, out var length);
            at += length;
            matched = Take(rune.Value, at) || (!onlyAtStart && Reach(0, at));
        }

        return matched;
    }

    private bool Take(int character, int at)
    {
        var now = _next;
        _next = _now;
        _now = now;
        (_work, _count, _character) = (_count, 0, _character + 1);
        foreach (var step in _now[.._work])
        {
            if (_steps[step].Set!.Has(character) && Reach(step + 1, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes on from a step as far as no character is taken, and tells whether the match is reached.</summary>
    private bool Reach(int first, int at)
    {
        var open = 0;
        Meet(first, ref open);
        while (open > 0)
        {
            var number = _open[--open];
            var step = _steps[number];
            _work++;
            if (step.Kind == StepKind.Match)
            {
                return true;
            }

            if (step.Kind == StepKind.Character)
            {
                _next[_count++] = number;
            }
            else if (step.Kind is StepKind.Split or StepKind.Jump)
            {
                Meet(step.First, ref open);
                Meet(step.Kind == StepKind.Split ? step.Second : step.First, ref open);
            }
            else if (Passes(step.Kind, at))
            {
                Meet(number + 1, ref open);
            }
        }

        return false;
    }

    private readonly void Meet(int step, ref int open)
    {
        if (_met[step] != _character)
        {
            _met[step] = _character;
            _open[open++] = step;
        }
    }

    // Which way led here does not matter, so that groups and rounds need not be known.
    private readonly bool Passes(StepKind kind, int at) => kind switch
    {
        StepKind.Save or StepKind.Forget or StepKind.Progress => true,
        StepKind.Start => at == 0,
        StepKind.End => at == _text.Length,
        StepKind.WordBoundary => TextPlace.IsWordBoundary(_text, at),
        StepKind.NoWordBoundary => !TextPlace.IsWordBoundary(_text, at),
        StepKind.Match or StepKind.Character or StepKind.CharacterBack or StepKind.Split or StepKind.Jump or StepKind.BackReference
            or StepKind.BackReferenceBack or StepKind.Look or StepKind.NotLook => false,
    };
}
