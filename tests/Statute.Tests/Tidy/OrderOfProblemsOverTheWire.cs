using System.Text.RegularExpressions;

namespace Statute.Tests.Tidy;

/// <summary>
/// Every problem is produced by a test that asks a running server, and stands there against another: the table of pairs that the tests of
/// the host send has two lines for each pair, that of the higher problem and that of the lower one. The first problem of all is never the
/// lower one, nor the last the higher, nor one that the table calls impossible together with all that are lower.
/// </summary>
public sealed partial class OrderOfProblemsOverTheWire
{
    private const string Pairs = "tests/Statute.AspNetCore.Tests/Order/order.txt";

    [Fact]
    public void IsShownForEveryProblem() =>
        Finding.None([.. Find([.. OrderOfProblems.Values(OrderOfProblems.Enum()).Select(value => value.Name)], Repository.File(Pairs))]);

    [Theory]
    [InlineData("A x\nB x\n\nB x\nC x\n", 0)]
    [InlineData("  B\n  A\n  C\n  B\n", 0)]
    [InlineData("A\nC\n# B C\nC\nB\n", 1)]
    [InlineData("# impossible: B C: why\nA\nB\nA\nC\n", 0)]
    [InlineData("# impossible: A B: why\nA\nB\nA\nC\n", 1)]
    [InlineData("A\nC\n", 2)]
    [InlineData("# A B\n# B C\n", 4)]
    public void ThatLacksAProblemIsFound(string pairs, int findings) =>
        Assert.Equal(findings, Find(["A", "B", "C"], new("order.txt", pairs)).Count());

    private static IEnumerable<Finding> Find(string[] problems, SourceFile table)
    {
        var pairs = table.Lines.Where(line => !line.StartsWith('#'))
            .Select(line => Words().Match(line).Value)
            .Where(problems.Contains)
            .Chunk(2)
            .ToList();
        var (left, right) = (Column(0), Column(1));
        var impossible = table.Lines.Where(line => line.StartsWith("# impossible: ", StringComparison.Ordinal))
            .Select(line => (Words().Matches(line)[1].Value, Words().Matches(line)[2].Value))
            .ToHashSet();
        foreach (var (index, problem) in problems.Index())
        {
            var isNeverFirst = problems[(index + 1)..].All(lower => impossible.Contains((problem, lower)));
            var atAnEnd = problem == problems[0] || problem == problems[^1];
            if (!left.Contains(problem) && !((atAnEnd || isNeverFirst) && right.Contains(problem)))
            {
                yield return new(table.Path, 1, $"no pair names '{problem}' first.");
            }
            if (!right.Contains(problem) && !atAnEnd)
            {
                yield return new(table.Path, 1, $"no pair names '{problem}' second.");
            }
        }

        HashSet<string> Column(int index) => [.. pairs.Select(pair => pair.ElementAtOrDefault(index)).OfType<string>()];
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
