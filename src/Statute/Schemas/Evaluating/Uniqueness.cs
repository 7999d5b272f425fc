namespace Statute.Schemas.Evaluating;

/// <summary>Whether all items of an array differ: their hashes are sorted, and only items of one hash are compared.</summary>
internal static class Uniqueness
{
    /// <summary>The starts of the items are the last words of the arena.</summary>
    public static bool Holds(ref Run run, int count)
    {
        if (count < 2)
        {
            return true;
        }

        var end = run.At;
        var starts = run.Arena.Top - count;
        var hashes = run.Arena.Take(count);
        for (var i = 0; i < count; i++)
        {
            run.At = (int)run.Arena[starts + i];
            run.Arena[hashes + i] = ValueHash.Of(ref run);
        }

        run.At = end;
        if (run.Fault != RunFault.None)
        {
            return false;
        }

        run.Arena.Slice(hashes, count).Sort(run.Arena.Slice(starts, count));
        for (var i = 1; i < count; i++)
        {
            for (var j = i - 1; j >= 0 && run.Arena[hashes + i] == run.Arena[hashes + j]; j--)
            {
                if (Equality.Holds(ref run, (int)run.Arena[starts + i], run.Json, (int)run.Arena[starts + j]))
                {
                    return false;
                }
            }
        }

        return run.Fault == RunFault.None;
    }
}
