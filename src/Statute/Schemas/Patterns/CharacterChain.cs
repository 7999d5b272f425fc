using System.Text;

namespace Statute.Schemas.Patterns;

/// <summary>
/// A pattern such as <c>^[A-Z]{2}-\d+$</c>: runs of characters from the start on, where no run can take a character that the next
/// needs, so that taking as many as possible is always right.
/// </summary>
internal sealed class CharacterChain
{
    private readonly (CodePointSet Set, int Min, int Max)[] _runs;
    private readonly bool _toEnd;

    private CharacterChain((CodePointSet Set, int Min, int Max)[] runs, bool toEnd) => (_runs, _toEnd) = (runs, toEnd);

    public static CharacterChain? TryMake(PatternNode root)
    {
        if (root is not SequenceNode { Parts: [AssertionNode { Kind: AssertionKind.Start }, ..] } sequence)
        {
            return null;
        }

        var toEnd = sequence.Parts is [.., AssertionNode { Kind: AssertionKind.End }];
        var runs = new List<(CodePointSet Set, int Min, int Max)>();
        foreach (var part in sequence.Parts.Skip(1).SkipLast(toEnd ? 1 : 0))
        {
            switch (part)
            {
                case CharacterNode single:
                    runs.Add((single.Set, 1, 1));
                    break;
                case RepeatNode { Part: CharacterNode repeated } repeat:
                    runs.Add((repeated.Set, repeat.Min, repeat.Max));
                    break;
                default:
                    return null;
            }
        }

        return IsClear(runs) ? new CharacterChain([.. runs], toEnd) : null;
    }

    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        foreach (var (set, min, max) in _runs)
        {
            var count = 0;
            while (count < max && !text.IsEmpty)
            {
                int codePoint = text[0];
                var length = 1;
                if (codePoint >= 128)
                {
                    Rune.DecodeFromUtf8(text, out var rune, out length);
                    codePoint = rune.Value;
                }

                if (!set.Has(codePoint))
                {
                    break;
                }

                text = text[length..];
                count++;
            }

            if (count < min)
            {
                return false;
            }
        }

        return !_toEnd || text.IsEmpty;
    }

    private static bool IsClear(List<(CodePointSet Set, int Min, int Max)> runs)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            for (var j = i + 1; runs[i].Min != runs[i].Max && j < runs.Count; j++)
            {
                if (runs[i].Set.Overlaps(runs[j].Set))
                {
                    return false;
                }

                if (runs[j].Min > 0)
                {
                    break;
                }
            }
        }

        return true;
    }
}
