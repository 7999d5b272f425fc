using System.Text;
using Statute.Schemas.Examples;

namespace Statute.Schemas;

public sealed partial class JsonSchema
{
    /// <summary>A value that conforms: the same one for the same schema, size and seed.</summary>
    /// <param name="size">How much it shows.</param>
    /// <param name="seed">Which of many; 0.</param>
    /// <returns>
    /// The value, as UTF-8 JSON; null where none was found. What a schema leaves is searched with a bound of 33,554,432 characters written
    /// and steps taken, so that null does not prove that nothing conforms. Where no full value is found it is a minimal one.
    /// </returns>
    public byte[]? Example(ExampleSize size = ExampleSize.Minimal, int seed = 0)
    {
        var made = Make(size, seed, new Work());
        made ??= size == ExampleSize.Full ? Make(ExampleSize.Minimal, seed, new Work()) : null;
        return made is null ? null : Encoding.UTF8.GetBytes(made.Json);
    }

    /// <summary>Values that each break exactly one keyword, at most one for each keyword and, of <c>required</c>, for each name.</summary>
    /// <param name="seed">Which of many; 0.</param>
    /// <returns>
    /// The values that were found with the same bound as an example. Not every keyword can be broken alone: a date that is too short is
    /// no date.
    /// </returns>
    public IReadOnlyList<BrokenExample> BrokenExamples(int seed = 0)
    {
        var breaker = new ExampleBreaker(Root, _budgets, seed, new Work());
        foreach (var size in Enum.GetValues<ExampleSize>().Reverse())
        {
            if (Make(size, seed, new Work()) is { } made)
            {
                breaker.Break(made);
            }
        }

        breaker.BreakAround();
        return breaker.Found;
    }

    private MadeValue? Make(ExampleSize size, int seed, Work work) =>
        new ExampleMaker(_budgets, size, new Chance((ulong)seed), work).Make([Root]);
}
