using System.Globalization;
using System.Text;
using Statute.Schemas.Compiling;
using Statute.Schemas.Evaluating;

namespace Statute.Schemas.Explaining;

/// <summary>Finds the pointers of values by where they begin: one more walk, so that a run need not know its path.</summary>
internal static class ValuePointers
{
    public static Dictionary<int, string> Find(ReadOnlySpan<byte> json, SchemaBudgets budgets, IEnumerable<int> places)
    {
        var pointers = places.Distinct().ToDictionary(place => place, _ => "#");
        var run = new Run(json, budgets, default, null);
        Walk(ref run, new Stack<string>(), pointers);
        run.Return();
        return pointers;
    }

    // As deep as the content, which the run that told the places has read.
    private static void Walk(ref Run run, Stack<string> path, Dictionary<int, string> pointers)
    {
        var next = run.Peek();
        Note(run.At, path, pointers);
        if (next is not ('{' or '['))
        {
            Evaluator.Skip(ref run);
            return;
        }

        var index = 0;
        for (var first = true; Containers.Next(ref run, next == '{' ? '}' : ']', ref first); index++)
        {
            run.Peek();
            var start = run.At;
            path.Push(next == '{' ? Name(ref run) : index.ToString(CultureInfo.InvariantCulture));
            Note(start, path, pointers);
            Walk(ref run, path, pointers);
            path.Pop();
        }
    }

    private static string Name(ref Run run)
    {
        var top = run.Arena.Top;
        Containers.Name(ref run, out var token);
        var name = Encoding.UTF8.GetString(run.TextOf(token));
        run.Arena.Top = top;
        return name;
    }

    private static void Note(int place, Stack<string> path, Dictionary<int, string> pointers)
    {
        if (pointers.ContainsKey(place))
        {
            pointers[place] = "#" + Uri(path.Reverse().Aggregate("", JsonPointer.Append));
        }
    }

    // In fragment form what a URI may not hold is written in percents.
    private static string Uri(string pointer) => string.Join('/', pointer.Split('/').Select(System.Uri.EscapeDataString));
}
