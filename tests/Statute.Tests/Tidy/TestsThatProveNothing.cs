using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Statute.Tests.Tidy;

/// <summary>
/// A skipped test is forgotten and a test of a constant is none. A test that needs something the machine lacks says so while it runs
/// (<c>Assert.SkipUnless</c>), and the build says what it skipped.
/// </summary>
public sealed class TestsThatProveNothing
{
    [Fact]
    public void AreNowhere() => Finding.None([.. Repository.CSharp.Where(file => file.IsUnder("tests/")).SelectMany(Find)]);

    [Theory]
    [InlineData("""class A { [Fact(Skip = "flaky")] public void B() { } }""")]
    [InlineData("""class A { [Theory(DisplayName = "b", Skip = "later")] public void B() { } }""")]
    [InlineData("class A { void B() { Assert.True(true); } }")]
    [InlineData("class A { void B() { Assert.False(false); } }")]
    public void AreFound(string text) => Assert.Single(Find(new("tests/a.cs", text)));

    [Theory]
    [InlineData("class A { void B() { Assert.SkipUnless(suites, reason); Assert.True(found); } }")]
    [InlineData("""class A { string text = "[Fact(Skip = x)] Assert.True(true)"; }""")]
    public void AreNotMistaken(string text) => Assert.Empty(Find(new("tests/a.cs", text)));

    private static IEnumerable<Finding> Find(SourceFile file)
    {
        var skipped = from argument in file.Root.DescendantNodes().OfType<AttributeArgumentSyntax>()
                      where argument.NameEquals?.Name.Identifier.Text == "Skip"
                      select file.At(argument, "a test is repaired or deleted, not skipped.");
        var empty = from call in file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
                    where call.ToString().Replace(" ", "") is "Assert.True(true)" or "Assert.False(false)"
                    select file.At(call, $"'{call}' holds whatever the code does.");
        return skipped.Concat(empty);
    }
}
