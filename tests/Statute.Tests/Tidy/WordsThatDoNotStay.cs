using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Statute.Tests.Tidy;

/// <summary>Marks of unfinished work, regions, paths of somebody's machine. An open question is an issue, not a comment.</summary>
public sealed partial class WordsThatDoNotStay
{
    [Fact]
    public void AreNowhere() => Finding.None([.. Repository.Files.Where(file => !file.IsUnder(Repository.Rules)).SelectMany(Find)]);

    [Theory]
    [InlineData("// TODO: later")]
    [InlineData("var x = 1; // FIXME")]
    [InlineData("/* HACK */")]
    [InlineData("see XXX below")]
    [InlineData("cp /home/somebody/file .")]
    [InlineData("file:///Users/somebody/notes")]
    public void AreFound(string text) => Assert.Equal(2, Assert.Single(Find(new("a.md", "\n" + text))).Line);

    [Theory]
    [InlineData("class A\n{\n    #region Fields\n    #endregion\n}")]
    public void RegionsAreFound(string text) => Assert.Single(Find(new("a.cs", text)));

    [Theory]
    [InlineData("GET /todos and hacks")]
    [InlineData("the same home/answer, framework/Users/file")]
    public void AreWholeWords(string text) => Assert.Empty(Find(new("a.md", text)));

    private static IEnumerable<Finding> Find(SourceFile file)
    {
        var marks = from line in file.Lines.Index()
                    from match in Marks().Matches(line.Item)
                    select new Finding(file.Path, line.Index + 1, $"'{match.Value}' may not stay; finish it, or open an issue.");
        var paths = from line in file.Lines.Index()
                    from match in MachinePaths().Matches(line.Item)
                    select new Finding(file.Path, line.Index + 1, $"'{match.Value}' is a path of one machine; make it relative.");
        var regions = from trivia in file.IsCSharp ? file.Root.DescendantTrivia() : []
                      where trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)
                      select file.At(trivia.Token, "a region hides code; split the file instead.");
        return [.. marks, .. paths, .. regions];
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<![\w.])/(home|Users)/")]
    private static partial Regex MachinePaths();
}
