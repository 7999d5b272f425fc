using System.Runtime.CompilerServices;

namespace Statute.Schemas.Evaluating;

/// <summary>
/// The members of one object so far: a bit for each name that the schema knows, then, in the arena, a hash and a place for each
/// other name. Both serve to find a name that stands twice.
/// </summary>
internal struct Members
{
    /// <summary>Names up to this number are compared each with each; more are sorted by their hashes.</summary>
    private const int Few = 8;

    // The bits of more names take longer to clear and to compare than a value takes to be met.
    private const int FreeWords = 8;

    private const ulong EscapedBit = 1UL << 63;

    private readonly int _seen;
    private readonly int _names;
    private readonly bool _checked;
    private int _expected;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Members(ref Run run, ObjectRules rules, int marks)
    {
        Top = run.Arena.Top;
        Marks = marks;
        _seen = rules.Names.Count == 0 ? Top : run.Arena.Take(rules.Names.Words);
        _names = run.Arena.Top;
        _checked = run.IsChecked(run.At);
        if (rules.Names.Words > FreeWords)
        {
            run.Spend(rules.Names.Words >> 3);
        }
    }

    /// <summary>Where the arena was before.</summary>
    public readonly int Top { get; }

    public readonly int Marks { get; }

    public int Count { get; private set; }

    /// <summary>Notes a name, and tells its number if the schema knows it.</summary>
    public bool Enter(ref Run run, ObjectRules rules, StringToken token, out int known)
    {
        known = -1;
        if (!run.HasRoomForMembers(++Count))
        {
            return run.End(RunFault.Members);
        }

        if (!token.Escaped && rules.Names.Is(_expected, run.Json.Slice(token.Start, token.Length)))
        {
            known = _expected;
        }
        else if (!Find(ref run, rules, token, out known))
        {
            return true;
        }

        _expected = known + 1;
        ref var word = ref run.Arena[_seen + (known >> 6)];
        var bit = 1UL << known;
        if ((word & bit) != 0)
        {
            run.At = token.Start;
            return run.End(RunFault.DuplicateName);
        }

        word |= bit;
        return true;
    }

    private readonly bool Find(ref Run run, ObjectRules rules, StringToken token, out int known)
    {
        known = -1;
        if (_checked && rules.Names.Count == 0)
        {
            return false;
        }

        var top = run.Arena.Top;
        var text = run.TextOf(token);
        var hash = NameHash.Of(text);
        known = rules.Names.Find(text, hash);
        run.Arena.Top = top;
        if (known < 0 && !_checked)
        {
            run.Arena.Push(hash);
            run.Arena.Push(((ulong)token.Start << 32) | (uint)token.Length | (token.Escaped ? EscapedBit : 0));
        }

        return known >= 0;
    }

    /// <summary>Marks the member that was entered last as evaluated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Mark(ref Run run)
    {
        if (Marks >= 0)
        {
            Evaluating.Marks.Set(ref run, Marks, Count - 1);
        }
    }

    public readonly ulong Seen(ref Run run, int word) => run.Arena[_seen + word];

    public readonly bool Has(ref Run run, int name) => (Seen(ref run, name >> 6) & (1UL << name)) != 0;

    /// <summary>Looks for names that stand twice; the object has ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Complete(ref Run run, int start)
    {
        if (_checked)
        {
            return true;
        }

        if (run.Arena.Top > _names + 2 && HasDuplicate(ref run))
        {
            return false;
        }

        run.Check(start);
        return true;
    }

    private readonly bool HasDuplicate(ref Run run)
    {
        var count = (run.Arena.Top - _names) >> 1;
        if (count > Few)
        {
            return HasDuplicateAmongMany(ref run, count);
        }

        for (var i = 1; i < count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (run.Arena[_names + (2 * i)] == run.Arena[_names + (2 * j)]
                    && IsSame(ref run, run.Arena[_names + (2 * i) + 1], run.Arena[_names + (2 * j) + 1]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private readonly bool HasDuplicateAmongMany(ref Run run, int count)
    {
        var sorted = run.Arena.Take(2 * count);
        for (var i = 0; i < count; i++)
        {
            run.Arena[sorted + i] = run.Arena[_names + (2 * i)];
            run.Arena[sorted + count + i] = run.Arena[_names + (2 * i) + 1];
        }

        run.Arena.Slice(sorted, count).Sort(run.Arena.Slice(sorted + count, count));
        for (var i = 1; i < count; i++)
        {
            for (var j = i - 1; j >= 0 && run.Arena[sorted + i] == run.Arena[sorted + j]; j--)
            {
                if (IsSame(ref run, run.Arena[sorted + count + i], run.Arena[sorted + count + j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Compares two names of one hash. Somebody who makes many such names runs out of steps.</summary>
    private static bool IsSame(ref Run run, ulong a, ulong b)
    {
        var top = run.Arena.Top;
        var (left, right) = (TokenOf(a), TokenOf(b));
        var same = !run.Spend(1 + (left.Length >> 3)) || run.IsSameText(left, right);
        if (same && run.Fault == RunFault.None)
        {
            run.At = Math.Max(left.Start, right.Start);
            run.End(RunFault.DuplicateName);
        }

        run.Arena.Top = top;
        return same;
    }

    private static StringToken TokenOf(ulong word) => new((int)((word & ~EscapedBit) >> 32), (int)(uint)word, (word & EscapedBit) != 0);
}
