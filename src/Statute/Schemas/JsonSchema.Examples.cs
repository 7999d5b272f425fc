using System.Text;
using Statute.Schemas.Examples;

namespace Statute.Schemas;

public sealed partial class JsonSchema
{
    /// <summary>A value that conforms: the same one for the same schema, size and seed.</summary>
    /// <param name="size">How much it shows.</param>
    /// <param name="seed">Which of many; 0.</param>
    /// <returns>
    /// The value, as UTF-8 JSON; null where none was found. What a schema leaves is searched with bounds, so that null does not prove
    /// that nothing conforms.
    /// </returns>
    public byte[]? Example(ExampleSize size = ExampleSize.Minimal, int seed = 0) =>
        new ExampleMaker(_budgets, size, new Chance((ulong)seed)).Make([Root]) is { } made ? Encoding.UTF8.GetBytes(made.ToJson()) : null;

    /// <summary>Values that each break exactly one keyword, at most one for each keyword and, of <c>required</c>, for each name.</summary>
    /// <param name="seed">Which of many; 0.</param>
    /// <returns>The values that were found. Not every keyword can be broken alone: a date that is too short is no date.</returns>
    public IReadOnlyList<BrokenExample> BrokenExamples(int seed = 0)
    {
        var breaker = new ExampleBreaker(Root, _budgets, seed);
        foreach (var size in Enum.GetValues<ExampleSize>().Reverse())
        {
            if (new ExampleMaker(_budgets, size, new Chance((ulong)seed)).Make([Root]) is { } made)
            {
                breaker.Break(made);
            }
        }

        return breaker.Found;
    }
}
