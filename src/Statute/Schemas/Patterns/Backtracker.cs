using System.Text;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Patterns;

/// <summary>
/// Tries one way after the other, and spends a step of the run's budget for each: what would take for ever ends, and is refused.
/// Where to go back to stands in the arena, as do the places that a way has changed.
/// </summary>
internal static class Backtracker
{
    // A word of the arena: a way to try (its step and place), or a slot and the place that it had before.
    private const ulong SlotBit = 1UL << 63;

    /// <summary>Any place may be the end of a match.</summary>
    public const int Anywhere = -1;

    /// <summary>Whether the text matches from a place on. After a match the arena holds what it takes to undo its captures.</summary>
    public static bool Matches(
        ref Run run, BacktrackingProgram program, ReadOnlySpan<byte> text, int step, int at, int slots, int end = Anywhere)
    {
        var bottom = run.Arena.Top;
        while (run.Spend())
        {
            var next = program.Steps[step];
            if (next.Kind == StepKind.Match && (end == Anywhere || end == at))
            {
                return true;
            }

            if (next.Kind == StepKind.Split)
            {
                run.Arena.Push(((ulong)next.Second << 32) | (uint)at);
                step = next.First;
            }
            else if (next.Kind == StepKind.Save)
            {
                // The old place may be none, which is all bits: only the lower half is kept.
                run.Arena.Push(SlotBit | ((ulong)next.First << 32) | (uint)run.Arena[slots + next.First]);
                run.Arena[slots + next.First] = (ulong)at;
                step++;
            }
            else if (Holds(ref run, program, text, next, step, slots, ref at))
            {
                step = next.Kind is StepKind.Jump or StepKind.Ahead or StepKind.NotAhead or StepKind.Behind or StepKind.NotBehind
                    ? next.First
                    : step + 1;
            }
            else if (!TryBack(ref run, bottom, slots, out step, out at))
            {
                return false;
            }
        }

        return false;
    }

    private static bool TryBack(ref Run run, int bottom, int slots, out int step, out int at)
    {
        while (run.Arena.Top > bottom)
        {
            var word = run.Arena[--run.Arena.Top];
            (step, at) = ((int)((word & ~SlotBit) >> 32), (int)(uint)word);
            if ((word & SlotBit) == 0)
            {
                return true;
            }

            run.Arena[slots + step] = at < 0 ? ulong.MaxValue : (ulong)at;
        }

        (step, at) = (0, 0);
        return false;
    }

    private static bool Holds(
        ref Run run, BacktrackingProgram program, ReadOnlySpan<byte> text, BacktrackingStep step, int number, int slots, ref int at)
    {
        switch (step.Kind)
        {
            case StepKind.Character:
                return at < text.Length && step.Set!.Has(Take(text, ref at));
            case StepKind.Progress:
                return run.Arena[slots + step.First] != (ulong)at;
            case StepKind.BackReference:
                return BackReference(ref run, text, slots + step.First, ref at);
            case StepKind.Start:
                return at == 0;
            case StepKind.End:
                return at == text.Length;
            case StepKind.WordBoundary or StepKind.NoWordBoundary:
                return (IsWord(text, at - 1) != IsWord(text, at)) == (step.Kind == StepKind.WordBoundary);
            case StepKind.Ahead or StepKind.NotAhead:
                return Look(ref run, program, text, number + 1, at, slots, step.Kind == StepKind.Ahead);
            case StepKind.Behind or StepKind.NotBehind:
                return LookBack(ref run, program, text, number + 1, at, slots, step.Kind == StepKind.Behind);
            default:
                return step.Kind == StepKind.Jump;
        }
    }

    private static int Take(ReadOnlySpan<byte> text, ref int at)
    {
        Rune.DecodeFromUtf8(text[at..], out var rune, out var length);
        at += length;
        return rune.Value;
    }

    private static bool IsWord(ReadOnlySpan<byte> text, int at) =>
        (uint)at < (uint)text.Length && text[at] < 128 && CharacterClasses.Word.Has(text[at]);

    private static bool BackReference(ref Run run, ReadOnlySpan<byte> text, int slot, ref int at)
    {
        var (start, end) = (run.Arena[slot], run.Arena[slot + 1]);
        if (start == ulong.MaxValue || end == ulong.MaxValue || end < start)
        {
            return true;
        }

        var matched = text[(int)start..(int)end];
        if (!run.Spend(matched.Length) || !text[at..].StartsWith(matched))
        {
            return false;
        }

        at += matched.Length;
        return true;
    }

    private static bool Look(ref Run run, BacktrackingProgram program, ReadOnlySpan<byte> text, int step, int at, int slots, bool wanted)
    {
        var bottom = run.Arena.Top;
        var found = Matches(ref run, program, text, step, at, slots);
        Leave(ref run, bottom, slots, keep: found && wanted);
        return found == wanted && run.Fault == RunFault.None;
    }

    /// <summary>Whether the steps match from some place before up to here exactly.</summary>
    private static bool LookBack(
        ref Run run, BacktrackingProgram program, ReadOnlySpan<byte> text, int step, int at, int slots, bool wanted)
    {
        var bottom = run.Arena.Top;
        var found = false;
        for (var start = at; start >= 0 && !found && run.Fault == RunFault.None; start--)
        {
            // Not within a code point.
            if (start == text.Length || (text[start] & 0xC0) != 0x80)
            {
                found = Matches(ref run, program, text, step, start, slots, at);
            }
        }

        Leave(ref run, bottom, slots, keep: found && wanted);
        return found == wanted && run.Fault == RunFault.None;
    }

    /// <summary>Leaves a look: no other way through it is tried. Its captures are kept until they are undone, or undone now.</summary>
    private static void Leave(ref Run run, int bottom, int slots, bool keep)
    {
        if (!keep)
        {
            while (TryBack(ref run, bottom, slots, out _, out _))
            {
            }

            return;
        }

        var top = bottom;
        for (var i = bottom; i < run.Arena.Top; i++)
        {
            if ((run.Arena[i] & SlotBit) != 0)
            {
                run.Arena[top++] = run.Arena[i];
            }
        }

        run.Arena.Top = top;
    }
}
