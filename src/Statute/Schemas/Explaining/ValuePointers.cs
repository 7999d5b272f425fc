using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Explaining;

/// <summary>Finds the pointers of values by where they begin: one more walk, so that a run need not know its path.</summary>
internal static class ValuePointers
{
    public static Dictionary<int, ValuePointer> Find(ReadOnlySpan<byte> json, IEnumerable<int> places)
    {
        var pointers = places.Distinct().ToDictionary(place => place, _ => default(ValuePointer));
        var run = Run.OverRead(json);
        Walk(ref run, new PointerPath(), pointers);
        run.Return();
        return pointers;
    }

    // As deep as the content, which the run that told the places has read.
    private static void Walk(ref Run run, PointerPath path, Dictionary<int, ValuePointer> pointers)
    {
        var next = run.Peek();
        Note(ref run, run.At, path, pointers);
        if (next is not ('{' or '['))
        {
            Evaluator.Skip(ref run);
            return;
        }

        var index = 0;
        for (var first = true; Containers.Next(ref run, next == '{' ? '}' : ']', ref first); index++)
        {
            if (next == '[')
            {
                path.Enter(index);
            }
            else if (Containers.Name(ref run, out var name))
            {
                // What is said of a name is said at its quote.
                path.Enter(name);
                Note(ref run, name.Start - 1, path, pointers);
            }

            Walk(ref run, path, pointers);
            path.Leave();
        }
    }

    private static void Note(ref Run run, int place, PointerPath path, Dictionary<int, ValuePointer> pointers)
    {
        if (pointers.ContainsKey(place))
        {
            pointers[place] = path.ToPointer(ref run);
        }
    }
}
