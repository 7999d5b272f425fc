namespace Statute.Schemas.Patterns;

/// <summary>A set of code points, as ranges in order that do not touch.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;

    private readonly (int First, int Last)[] _ranges;
    private readonly UInt128 _ascii;

    public CodePointSet(IEnumerable<(int First, int Last)> ranges)
    {
        _ranges = [.. Normal(ranges)];
        for (var i = 0; i < 128; i++)
        {
            _ascii |= IsInRange(i) ? UInt128.One << i : 0;
        }
    }

    public IReadOnlyList<(int First, int Last)> Ranges => _ranges;

    public CodePointSet Complement()
    {
        List<(int, int)> gaps = [];
        var next = 0;
        foreach (var (first, last) in _ranges)
        {
            gaps.Add((next, first - 1));
            next = last + 1;
        }

        gaps.Add((next, Last));
        return new CodePointSet(gaps.Where(gap => gap.Item1 <= gap.Item2));
    }

    public bool Has(int codePoint) => codePoint < 128 ? (_ascii >> codePoint & 1) != 0 : IsInRange(codePoint);

    private bool IsInRange(int codePoint)
    {
        var (low, high) = (0, _ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (codePoint > _ranges[middle].Last)
            {
                low = middle + 1;
            }
            else if (codePoint < _ranges[middle].First)
            {
                high = middle - 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(int First, int Last)> Normal(IEnumerable<(int First, int Last)> ranges)
    {
        (int First, int Last)? open = null;
        foreach (var range in ranges.Order())
        {
            if (open is { } before && range.First <= before.Last + 1)
            {
                open = (before.First, Math.Max(before.Last, range.Last));
                continue;
            }

            if (open is { } closed)
            {
                yield return closed;
            }

            open = range;
        }

        if (open is { } end)
        {
            yield return end;
        }
    }
}
