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

    public static bool IsMatch(ref Run run, PatternProgram program, ReadOnlySpan<byte> text)
    {
        var top = run.Arena.Top;
        var slots = run.Arena.Take(program.Slots);
        var matches = false;
        for (var start = 0; start <= text.Length && !matches && run.Spend(program.Slots >> 3); start++)
        {
            // Not within a code point.
            if (start == text.Length || (text[start] & 0xC0) != 0x80)
            {
                run.Arena.Slice(slots, program.Slots).Fill(ulong.MaxValue);
                matches = Matches(ref run, program, text, 0, start, slots);
                run.Arena.Top = slots + program.Slots;
            }
        }

        run.Arena.Top = top;
        return matches && run.Fault == RunFault.None;
    }

    /// <summary>Whether the text matches from a place on. After a match the arena holds what it takes to undo its captures.</summary>
    private static bool Matches(ref Run run, PatternProgram program, ReadOnlySpan<byte> text, int step, int at, int slots)
    {
        var bottom = run.Arena.Top;
        while (run.Spend())
        {
            var next = program.Steps[step];
            if (next.Kind == StepKind.Match)
            {
                return true;
            }

            if (next.Kind == StepKind.Split)
            {
                run.Arena.Push(((ulong)next.Second << 32) | (uint)at);
                step = next.First;
            }
            else if (next.Kind is StepKind.Save or StepKind.Forget)
            {
                Save(ref run, next, at, slots);
                step++;
            }
            else if (Holds(ref run, program, text, next, step, slots, ref at))
            {
                step = next.Kind is StepKind.Jump or StepKind.Look or StepKind.NotLook ? next.First : step + 1;
            }
            else if (!TryBack(ref run, bottom, slots, out step, out at))
            {
                return false;
            }
        }

        return false;
    }

    private static void Save(ref Run run, PatternStep step, int at, int slots)
    {
        var last = step.Kind == StepKind.Save ? step.First : step.Second;
        var value = step.Kind == StepKind.Save ? (ulong)at : ulong.MaxValue;
        run.Spend((last - step.First) >> 2);
        for (var slot = step.First; slot <= last; slot++)
        {
            // The old place may be none, which is all bits: only the lower half is kept.
            run.Arena.Push(SlotBit | ((ulong)slot << 32) | (uint)run.Arena[slots + slot]);
            run.Arena[slots + slot] = value;
        }
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
        ref Run run, PatternProgram program, ReadOnlySpan<byte> text, PatternStep step, int number, int slots, ref int at)
    {
        switch (step.Kind)
        {
            case StepKind.Character:
                return at < text.Length && step.Set!.Has(Take(text, ref at));
            case StepKind.CharacterBack:
                return at > 0 && step.Set!.Has(TakeBack(text, ref at));
            case StepKind.Progress:
                return run.Arena[slots + step.First] != (ulong)at;
            case StepKind.BackReference or StepKind.BackReferenceBack:
                return BackReference(ref run, text, slots + step.First, step.Kind == StepKind.BackReferenceBack, ref at);
            case StepKind.Start:
                return at == 0;
            case StepKind.End:
                return at == text.Length;
            case StepKind.WordBoundary or StepKind.NoWordBoundary:
                return TextPlace.IsWordBoundary(text, at) == (step.Kind == StepKind.WordBoundary);
            case StepKind.Look or StepKind.NotLook:
                return Look(ref run, program, text, number + 1, at, slots, step.Kind == StepKind.Look);
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

    private static int TakeBack(ReadOnlySpan<byte> text, ref int at)
    {
        Rune.DecodeLastFromUtf8(text[..at], out var rune, out var length);
        at -= length;
        return rune.Value;
    }

    private static bool BackReference(ref Run run, ReadOnlySpan<byte> text, int slot, bool back, ref int at)
    {
        // A group that has not matched, or not to its end, is empty.
        var (start, end) = (run.Arena[slot], run.Arena[slot + 1]);
        if (start == ulong.MaxValue || end == ulong.MaxValue)
        {
            return true;
        }

        var matched = text[(int)start..(int)end];
        if (!run.Spend(matched.Length >> 3) || !(back ? text[..at].EndsWith(matched) : text[at..].StartsWith(matched)))
        {
            return false;
        }

        at += back ? -matched.Length : matched.Length;
        return true;
    }

    private static bool Look(ref Run run, PatternProgram program, ReadOnlySpan<byte> text, int step, int at, int slots, bool wanted)
    {
        // Looks stand within looks as deep as the pattern has them, which its parser bounds.
        var bottom = run.Arena.Top;
        var found = Matches(ref run, program, text, step, at, slots);
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
