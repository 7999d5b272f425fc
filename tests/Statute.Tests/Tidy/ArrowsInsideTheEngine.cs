using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Statute.Tests.Tidy;

/// <summary>The judge uses the table and the problems; neither of them knows that there is a judge.</summary>
public sealed class ArrowsInsideTheEngine
{
    // folder of src/Statute -> namespace that it does not name
    private const string Table = """
        Problems -> Judging
        Table    -> Judging
        Tables   -> Judging
        """;

    [Fact]
    public void PointFromJudgingToTheTable() => Finding.None([.. Repository.CSharp.SelectMany(Find)]);

    [Theory]
    [InlineData("src/Statute/Problems/Problem.cs", "using Statute.Judging;")]
    [InlineData("src/Statute/Tables/StatusTable.cs", "class A { Judging.Verdict verdict; }")]
    public void ThatPointBackAreFound(string path, string text) => Assert.Single(Find(new(path, text)));

    [Theory]
    [InlineData("src/Statute/Judging/HeadStage.cs", "using Statute.Judging;")]
    [InlineData("src/Statute/Problems/Problem.cs", "/// <summary>The answer to Judging's question.</summary> class A;")]
    public void OtherwiseAreFree(string path, string text) => Assert.Empty(Find(new(path, text)));

    private static IEnumerable<Finding> Find(SourceFile file) =>
        from line in Table.Split('\n')
        let arrow = line.Split("->", StringSplitOptions.TrimEntries)
        where file.IsUnder($"src/Statute/{arrow[0]}/")
        from token in file.Root.DescendantTokens()
        where token.IsKind(SyntaxKind.IdentifierToken) && token.Text == arrow[1]
        select file.At(token, $"{arrow[0]} may not use {arrow[1]}: the judge uses the table, never the other way round.");
}
