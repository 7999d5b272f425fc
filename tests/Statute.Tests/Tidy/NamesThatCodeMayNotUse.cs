using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Statute.Tests.Tidy;

/// <summary>
/// Types and members that have no place under a folder. They are found by syntax: a type where a type stands or as the receiver of
/// a member, <c>Type.Member</c> as written, <c>Namespace.*</c> as the start of any name. Comments and documentation are free.
/// </summary>
public sealed class NamesThatCodeMayNotUse
{
    private const string Table = """
        src/Statute/  File                   the engine does no I/O; the host reads and hands over text
        src/Statute/  FileInfo               the engine does no I/O; the host reads and hands over text
        src/Statute/  FileStream             the engine does no I/O; the host reads and hands over text
        src/Statute/  StreamReader           the engine does no I/O; the host reads and hands over text
        src/Statute/  StreamWriter           the engine does no I/O; the host writes
        src/Statute/  Directory              the engine does no I/O; the host reads and hands over text
        src/Statute/  DirectoryInfo          the engine does no I/O; the host reads and hands over text
        src/Statute/  Socket                 the engine does no I/O
        src/Statute/  HttpClient             the engine does no I/O
        src/Statute/  Process                the engine does no I/O
        src/Statute/  Console                the engine says nothing; it returns a value
        src/Statute/  Environment            the engine is the same on every machine; pass the value
        src/Statute/  Stopwatch              the engine has no clock
        src/Statute/  TimeProvider           the engine has no clock; pass the time itself
        src/Statute/  Guid.NewGuid           the engine is deterministic; pass the id
        src/Statute/  Random.Shared          the engine is deterministic; pass a Random
        src/Statute/  new Random()           the engine is deterministic; pass a Random, or seed it
        src/Statute/  RandomNumberGenerator  the engine is deterministic; pass the bytes
        src/Statute/  Thread                 the engine is synchronous and starts nothing
        src/Statute/  Task.Run               the engine is synchronous and starts nothing
        src/Statute/  Task.Delay             the engine is synchronous and waits for nothing
        src/Statute/  HttpContext            the engine knows no host; pass the facts
        src/Statute/  Microsoft.AspNetCore.* the engine knows no host; pass the facts
        src/          DateTime.Now           ask a TimeProvider: GetUtcNow()
        src/          DateTime.UtcNow        ask a TimeProvider: GetUtcNow()
        src/          DateTime.Today         ask a TimeProvider: GetUtcNow()
        src/          DateTimeOffset.Now     ask a TimeProvider: GetUtcNow()
        src/          DateTimeOffset.UtcNow  ask a TimeProvider: GetUtcNow()
        src/          Thread.Sleep           a thread of the pool is never put to sleep
        samples/      Thread.Sleep           a thread of the pool is never put to sleep
        """;

    [Fact]
    public void AreNotUsed() => Finding.None([.. Repository.CSharp.SelectMany(Find)]);

    [Theory]
    [InlineData("src/Statute/A.cs", "File", "var text = File.ReadAllText(path);")]
    [InlineData("src/Statute/A.cs", "File", "var text = System.IO.File.ReadAllText(path);")]
    [InlineData("src/Statute/A.cs", "FileStream", "FileStream stream = Open();")]
    [InlineData("src/Statute/A.cs", "Socket", "var socket = new System.Net.Sockets.Socket(family);")]
    [InlineData("src/Statute/A.cs", "HttpClient", "List<HttpClient> clients = [];")]
    [InlineData("src/Statute/A.cs", "Console", "Console.WriteLine();")]
    [InlineData("src/Statute/A.cs", "Random.Shared", "var next = Random.Shared.Next();")]
    [InlineData("src/Statute/A.cs", "new Random()", "var random = new Random();")]
    [InlineData("src/Statute/A.cs", "new Random()", "Random random = new();")]
    [InlineData("src/Statute/A.cs", "Microsoft.AspNetCore.*", "Microsoft.AspNetCore.Http.IResult result = null;")]
    [InlineData("src/Statute/A.cs", "HttpContext", "void Judge(HttpContext context) { }")]
    [InlineData("src/Statute.AspNetCore/A.cs", "DateTime.UtcNow", "var now = System.DateTime.UtcNow;")]
    [InlineData("src/Statute.AspNetCore/A.cs", "DateTimeOffset.Now", "var now = DateTimeOffset.Now;")]
    [InlineData("src/Statute.AspNetCore/A.cs", "Thread.Sleep", "Thread.Sleep(1);")]
    public void ThatAreUsedAreFound(string path, string name, string code) =>
        Assert.StartsWith($"'{name}'", Assert.Single(Find(new(path, code))).Message);

    [Fact]
    public void InAUsingDirectiveAreFound()
    {
        Assert.Single(Find(new("src/Statute/A.cs", "using Microsoft.AspNetCore.Http;")));
        Assert.Single(Find(new("src/Statute/A.cs", "using static System.Console;")));
        Assert.Single(Find(new("src/Statute/A.cs", "using F = System.IO.File;")));
    }

    [Theory]
    [InlineData("src/Statute/A.cs", "var where = fault.File;")]
    [InlineData("src/Statute/A.cs", "Fault fault = new() { File = name, Line = 3 };")]
    [InlineData("src/Statute/A.cs", "Report(File: name);")]
    [InlineData("src/Statute/A.cs", "var random = new Random(42);")]
    [InlineData("src/Statute/A.cs", "// Not DateTime.UtcNow, and no HttpContext.")]
    [InlineData("src/Statute.AspNetCore/A.cs", "var text = File.ReadAllText(path);")]
    public void ElsewhereOrInOtherRolesAreFree(string path, string code) => Assert.Empty(Find(new(path, code)));

    private static IEnumerable<Finding> Find(SourceFile file)
    {
        var rules = Parse().Where(rule => file.IsUnder(rule.Folder)).ToList();
        if (rules.Count == 0)
        {
            return [];
        }
        var findings = from node in file.Root.DescendantNodes()
                       let name = NameAt(node)
                       where name != null
                       from rule in rules
                       where rule.Name == name || (rule.Name[^1] == '*' && name.StartsWith(rule.Name[..^2], StringComparison.Ordinal))
                       select file.At(node, $"'{rule.Name}' may not stand under {rule.Folder}: {rule.Why}.");
        return findings.DistinctBy(finding => (finding.Line, finding.Message));
    }

    private static IEnumerable<(string Folder, string Name, string Why)> Parse() =>
        from line in Table.Split('\n')
        let nameAndWhy = line[14..]
        select (line[..14].TrimEnd(), nameAndWhy[..23].TrimEnd(), nameAndWhy[23..]);

    /// <summary>The name in the table's words that this node stands for, if it stands for one.</summary>
    private static string? NameAt(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } creation => $"new {Last(creation.Type)}()",
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Parent.Parent.Parent: VariableDeclarationSyntax variable }
            => $"new {Last(variable.Type)}()",
        UsingDirectiveSyntax { StaticKeyword.RawKind: 0, Alias: null, NamespaceOrType: { } imported } => imported.ToString(),
        QualifiedNameSyntax { Parent: not QualifiedNameSyntax } name when name.ToString().StartsWith("Microsoft.", StringComparison.Ordinal)
            => name.ToString(),
        MemberAccessExpressionSyntax access when !IsQualifier(access.Expression)
            => $"{Last(access.Expression)}.{access.Name.Identifier.Text}",
        SimpleNameSyntax name when IsType(name) => name.Identifier.Text,
        _ => null,
    };

    private static bool IsType(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name || IsQualifier(access.Expression),
        QualifiedNameSyntax qualified => qualified.Right == name && IsQualifier(qualified.Left),
        _ => SyntaxFacts.IsInTypeOnlyContext(name),
    };

    private static bool IsQualifier(SyntaxNode left) =>
        left.ToString().Split('.')[0] is "System" or "global::System" or "Microsoft" or "global::Microsoft"
        && !left.ToString().Split('.')[^1].StartsWith("Date", StringComparison.Ordinal);

    private static string Last(SyntaxNode node) => node.ToString().Split('.', ':')[^1];
}
