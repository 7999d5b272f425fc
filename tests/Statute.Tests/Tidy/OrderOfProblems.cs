using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Statute.Tests.Tidy;

/// <summary>
/// The order of decisions is published: the enum and docs/order.md name the same problems, in the same order, in the same rows.
/// </summary>
public sealed partial class OrderOfProblems
{
    private const string Code = """
        enum ProblemType
        {
            /// <summary>Malformed. Row 400.</summary>
            InvalidHead,
            /// <summary>Nobody. Row 404, always.</summary>
            NotFound,
        }
        """;

    [Fact]
    public void IsTheOneInTheDocumentation() => Finding.None([.. Find(Enum(), Repository.File("docs/order.md"))]);

    [Fact]
    public void IsReadFromTheTable() => Assert.Empty(Find(new("a.cs", Code), new("a.md", """
        | Problem type | Row | Decided from |
        |---|---|---|
        | `invalid-head` | 400 | the head |
        | `not-found` | 404 Not Found | the path, see `Allow` |
        """)));

    [Theory]
    [InlineData("| `not-found` | 404 |\n| `invalid-head` | 400 |", "line 1 of the table says `not-found` 404, the code `invalid-head` 400")]
    [InlineData("| `invalid-head` | 400 |", "line 2 of the table says nothing, the code `not-found` 404")]
    [InlineData("| `invalid-head` | 400 |\n| `not-found` | 400 |", "line 2 of the table says `not-found` 400, the code `not-found`")]
    [InlineData("| `invalid-head` | 400 |\n| `not-found` | 404 |\n| `gone` | 404 |", "line 3 of the table says `gone` 404, the code no")]
    public void ThatDiffersIsFound(string table, string said) =>
        Assert.Contains(Find(new("a.cs", Code), new("a.md", table)), finding => finding.Message.StartsWith(said, StringComparison.Ordinal));

    [Fact]
    public void WithoutARowInTheCodeIsFound() =>
        Assert.Contains("'Vague'", Assert.Throws<InvalidDataException>(() => Values(new("a.cs", "enum ProblemType { Vague }"))).Message);

    [Theory]
    [InlineData("NotFound", "not-found")]
    [InlineData("ContentLengthOverLimit", "content-length-over-limit")]
    public void IsWrittenInLowerCase(string name, string slug) => Assert.Equal(slug, Kebab(name));

    internal static SourceFile Enum() => Repository.File("src/Statute/ProblemType.cs");

    /// <summary>The values as they stand, each with the row that its documentation names.</summary>
    internal static List<(string Name, string Row)> Values(SourceFile file) =>
    [
        .. from member in file.Root.DescendantNodes().OfType<EnumMemberDeclarationSyntax>()
           select (member.Identifier.Text, RowOf(member)),
    ];

    private static string RowOf(EnumMemberDeclarationSyntax member) =>
        Rows().Match(member.GetLeadingTrivia().ToFullString()) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidDataException($"The documentation of '{member.Identifier.Text}' names no row; write one, as in 'Row 404'.");

    private static IEnumerable<Finding> Find(SourceFile code, SourceFile page)
    {
        var coded = Values(code).Select(value => $"`{Kebab(value.Name)}` {value.Row}").ToList();
        var told = page.Lines.Select(line => Cells().Match(line)).Where(match => match.Success)
            .Select(match => $"`{match.Groups[1].Value}` {match.Groups[2].Value}").ToList();
        for (var i = 0; i < Math.Max(coded.Count, told.Count); i++)
        {
            var (inCode, inPage) = (coded.ElementAtOrDefault(i) ?? "nothing", told.ElementAtOrDefault(i) ?? "nothing");
            if (inCode != inPage)
            {
                yield return new(page.Path, 1, $"line {i + 1} of the table says {inPage}, the code {inCode}.");
            }
        }
    }

    private static string Kebab(string name) => Capitals().Replace(name, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\b[Rr]ow (\d{3})\b")]
    private static partial Regex Rows();

    [GeneratedRegex(@"^\|\s*`([a-z0-9-]+)`\s*\|\s*(\d{3})\b")]
    private static partial Regex Cells();
}
