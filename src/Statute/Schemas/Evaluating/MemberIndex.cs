namespace Statute.Schemas.Evaluating;

/// <summary>
/// The members of an object that has been read before, in the order of the hashes of their names: where two objects have their
/// members in other orders, looking for each from the start would take the square of their number.
/// </summary>
internal readonly struct MemberIndex
{
    private readonly int _places;
    private readonly int _hashes;

    /// <summary>Reads the object that begins at a place. The index takes the top of the arena.</summary>
    public MemberIndex(ref Run run, int start)
    {
        run.At = start;
        _places = run.Arena.Top;
        for (var first = true; Containers.Next(ref run, '}', ref first);)
        {
            run.Peek();
            run.Arena.Push((ulong)run.At);
            if (!Containers.Name(ref run, out _) || !Evaluator.Skip(ref run))
            {
                break;
            }
        }

        Count = run.Arena.Top - _places;
        End = run.At;
        _hashes = run.Arena.Take(Count);
        for (var number = 0; number < Count && run.Spend(); number++)
        {
            run.At = (int)run.Arena[_places + number];
            run.Arena[_hashes + number] = Containers.Name(ref run, out var name) ? run.HashOf(name) : 0;
        }

        run.Arena.Slice(_hashes, Count).Sort(run.Arena.Slice(_places, Count));
    }

    public int Count { get; }

    /// <summary>The place behind the object.</summary>
    public int End { get; }

    /// <summary>Goes to the value of a member that has the name of one of another run.</summary>
    public bool Find(ref Run run, ref Run other, StringToken name)
    {
        var hash = other.HashOf(name);
        var number = run.Arena.Slice(_hashes, Count).BinarySearch(hash);
        while (number > 0 && run.Arena[_hashes + number - 1] == hash)
        {
            number--;
        }

        for (; number >= 0 && number < Count && run.Arena[_hashes + number] == hash && run.Spend(); number++)
        {
            run.At = (int)run.Arena[_places + number];
            if (Containers.Name(ref run, out var own) && Equality.OfTexts(ref run, own, ref other, name))
            {
                return true;
            }
        }

        return false;
    }
}
