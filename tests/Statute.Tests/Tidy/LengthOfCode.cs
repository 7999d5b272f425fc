using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Statute.Tests.Tidy;

/// <summary>
/// Limits that keep a function on a screen and a file in a head. A function counts from its first line after documentation and
/// attributes to its closing brace, without the inner lines of texts that run over several lines (a table is data); what is nested
/// in it counts with it. A file counts all its lines. For the median, a line of code is a line that carries code: blank lines,
/// comments and documentation are not.
/// </summary>
public sealed class LengthOfCode
{
    private const int LinesOfAFunction = 70;
    private const int LinesOfAFile = 400;
    private const int LinesOfCodeInTheMedianFile = 60;
    private const int CharactersOfALine = 140;

    [Fact]
    public void OfAFunctionIsAtMost70Lines() =>
        Finding.None(Exceptions.Left(Exceptions.LongFunction, [.. Repository.CSharp.SelectMany(LongFunctions)]));

    [Fact]
    public void OfAFileIsAtMost400Lines() =>
        Finding.None(Exceptions.Left(Exceptions.LongFile, [.. Repository.CSharp.SelectMany(LongFiles)]));

    [Fact]
    public void OfALineIsAtMost140Characters() =>
        Finding.None(Exceptions.Left(Exceptions.LongLine, [.. Repository.CSharp.SelectMany(LongLines)]));

    [Fact]
    public void OfTheMedianFileIsAtMost60LinesOfCode() =>
        Finding.None([.. LongMedian(Repository.CSharp.Where(file => file.IsUnder("src/")))]);

    [Theory]
    [InlineData("class A { void Long() {LINES} }", "Long")]
    [InlineData("class A { A() {LINES} }", "A")]
    [InlineData("class A { int Size { get {LINES} } }", "Size.get")]
    [InlineData("class A { public static A operator +(A a, A b) {LINES} }", "operator +")]
    [InlineData("void Local() {LINES}", "Local")]
    [InlineData("class A { System.Action act = () => {LINES}; }", "lambda")]
    [InlineData("{LINES}", "top-level statements")]
    public void OverTheLimitOfAFunctionIsFound(string code, string member)
    {
        Assert.Contains(LongFunctions(With(code, LinesOfAFunction)), finding => finding.Member == member);
        Assert.Empty(LongFunctions(With(code, LinesOfAFunction - 1)));
    }

    [Fact]
    public void OfAFunctionLeavesOutDocumentationAndTables()
    {
        var documentation = string.Concat(Enumerable.Repeat("/// <remarks/>\n", 80));
        Assert.Empty(LongFunctions(new("a.cs", $"class A {{\n{documentation}[Fact]\nvoid Short() {{ }}\n}}")));
        var table = string.Concat(Enumerable.Repeat("row\n", 80));
        Assert.Empty(LongFunctions(new("a.cs", $"class A {{ string Table() => \"\"\"\n{table}\"\"\"; }}")));
    }

    [Fact]
    public void OverTheLimitOfAFileIsFound()
    {
        Assert.Single(LongFiles(new("a.cs", new string('\n', LinesOfAFile) + "class A;\n")));
        Assert.Empty(LongFiles(new("a.cs", new string('\n', LinesOfAFile - 1) + "class A;\n")));
    }

    [Fact]
    public void OverTheLimitOfALineIsFound()
    {
        Assert.Equal(2, Assert.Single(LongLines(new("a.cs", "\n//" + new string('x', CharactersOfALine - 1)))).Line);
        Assert.Empty(LongLines(new("a.cs", "//" + new string('x', CharactersOfALine - 2))));
        Assert.Empty(LongLines(new("a.cs", "var table = \"\"\"\n" + new string('x', CharactersOfALine + 1) + "\n\"\"\";")));
    }

    [Fact]
    public void OverTheLimitOfTheMedianFileIsFound()
    {
        SourceFile small = new("a.cs", "// why\n\n/// <summary/>\nclass A;\n" + new string('\n', 100));
        var large = With("class B { void Long() {LINES} }", 100);
        Assert.Contains("median", Assert.Single(LongMedian([large, small, large])).Message);
        Assert.Empty(LongMedian([small, large, small]));
    }

    private static SourceFile With(string code, int lines) =>
        new("a.cs", code.Replace("{LINES}", "{" + string.Concat(Enumerable.Repeat("\n;", lines)) + "}"));

    private static IEnumerable<Finding> LongFunctions(SourceFile file) =>
        from function in file.Root.DescendantNodesAndSelf()
        let name = NameOf(function)
        where name != null
        let lines = LinesOf(function)
        where lines > LinesOfAFunction
        select file.At(function, $"has {lines} lines; the limit is {LinesOfAFunction}. Split it where its comments already do.", name);

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        OperatorDeclarationSyntax @operator => $"operator {@operator.OperatorToken.Text}",
        ConversionOperatorDeclarationSyntax conversion => $"operator {conversion.Type}",
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor
            => $"{property.Identifier.Text}.{accessor.Keyword.Text}",
        AccessorDeclarationSyntax { Parent.Parent: IndexerDeclarationSyntax } accessor => $"this.{accessor.Keyword.Text}",
        PropertyDeclarationSyntax { ExpressionBody: not null } property => property.Identifier.Text,
        AnonymousFunctionExpressionSyntax => "lambda",
        CompilationUnitSyntax unit when unit.Members.OfType<GlobalStatementSyntax>().Any() => "top-level statements",
        _ => null,
    };

    private static int LinesOf(SyntaxNode function)
    {
        IEnumerable<SyntaxNode> nodes = function is CompilationUnitSyntax unit
            ? unit.Members.OfType<GlobalStatementSyntax>().Where(member => member.Statement is not LocalFunctionStatementSyntax)
            : [function];
        return nodes.SelectMany(Tokens).SelectMany(LinesFrom).DefaultIfEmpty().Max()
            - nodes.SelectMany(Tokens).SelectMany(LinesFrom).DefaultIfEmpty().Min() + 1
            - nodes.SelectMany(Tokens).Sum(token => Math.Max(0, LinesFrom(token).Count() - 2));
    }

    // Attributes stand before a function as its documentation does.
    private static IEnumerable<SyntaxToken> Tokens(SyntaxNode function) =>
        function.DescendantTokens(node => node is not AttributeListSyntax || node.Parent != function).Where(token => token.Span.Length > 0);

    private static IEnumerable<int> LinesFrom(SyntaxToken token)
    {
        var span = token.SyntaxTree!.GetLineSpan(token.Span);
        return Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
    }

    private static IEnumerable<Finding> LongFiles(SourceFile file) =>
        file.Lines.Length <= LinesOfAFile ? [] : [new(file.Path, 1, $"has {file.Lines.Length} lines; the limit is {LinesOfAFile}.")];

    // A row of a table that stands in a multi-line text is as long as its cells.
    private static IEnumerable<Finding> LongLines(SourceFile file) =>
        from line in file.Lines.Index()
        where line.Item.Length > CharactersOfALine && !RowsOfTables(file).Contains(line.Index)
        select new Finding(file.Path, line.Index + 1, $"has {line.Item.Length} characters; the limit is {CharactersOfALine}.");

    private static HashSet<int> RowsOfTables(SourceFile file) =>
    [
        .. file.Root.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
            .SelectMany(token => LinesFrom(token).Skip(1)),
    ];

    private static IEnumerable<Finding> LongMedian(IEnumerable<SourceFile> files)
    {
        var sizes = files.Select(file => (file.Path, Lines: LinesOfCode(file))).OrderBy(file => file.Lines).ToList();
        var (path, lines) = sizes.Count == 0 ? ("", 0) : sizes[sizes.Count / 2];
        return lines <= LinesOfCodeInTheMedianFile
            ? []
            : [new(path, 1, $"is the median file with {lines} lines of code; the limit is {LinesOfCodeInTheMedianFile}.")];
    }

    private static int LinesOfCode(SourceFile file) =>
        file.Root.DescendantTokens().Where(token => !token.IsKind(SyntaxKind.EndOfFileToken)).SelectMany(LinesFrom).Distinct().Count();
}
