namespace Statute.Schemas.Evaluating;

/// <summary>
/// Which members or items of one value are evaluated: a bit for each by its place, in the arena behind a word that holds how many
/// words there are. Kept only where something asks for the unevaluated.
/// </summary>
internal static class Marks
{
    public static int Take(ref Run run, int count)
    {
        var words = (count + 63) >> 6;
        run.Spend(words >> 3);
        var marks = run.Arena.Take(words + 1);
        run.Arena[marks] = (ulong)words;
        return marks;
    }

    public static int TakeLike(ref Run run, int marks) => marks < 0 ? marks : Take(ref run, (int)run.Arena[marks] << 6);

    public static void Set(ref Run run, int marks, int place) => run.Arena[marks + 1 + (place >> 6)] |= 1UL << place;

    public static bool Has(ref Run run, int marks, int place) => (run.Arena[marks + 1 + (place >> 6)] & (1UL << place)) != 0;

    public static void SetAll(ref Run run, int marks)
    {
        if (marks >= 0)
        {
            run.Arena.Slice(marks + 1, (int)run.Arena[marks]).Fill(ulong.MaxValue);
        }
    }

    /// <summary>Adds the marks of a schema that held to those of the value.</summary>
    public static void Merge(ref Run run, int from, int into)
    {
        if (from == into || into < 0)
        {
            return;
        }

        for (var word = (int)run.Arena[into]; word > 0; word--)
        {
            run.Arena[into + word] |= run.Arena[from + word];
        }
    }
}
