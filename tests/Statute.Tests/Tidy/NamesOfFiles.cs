using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Statute.Tests.Tidy;

/// <summary>
/// A reader guesses the path from the name. A file under src is named after its types: each type at its top level bears the
/// file's name, contains it (<c>Verdict.cs</c> may hold <c>VerdictKind</c>, <c>Facts.cs</c> may hold <c>HeadFacts</c>), derives
/// from a type that does, or is file-local. Generic arity does not count, and of <c>Reader.Row.cs</c> the name is <c>Reader</c>.
/// </summary>
public sealed class NamesOfFiles
{
    private static readonly string[] Drawers = ["util", "utils", "utilities", "helper", "helpers", "common", "misc"];

    private static readonly string[] Plans =
        ["plan", "plans", "planning", "roadmap", "handoff", "todo", "progress", "worklog", "scratch", "wip", "brief", "draft"];

    private static readonly string[] Leftovers = [".patch", ".diff", ".orig", ".rej", ".bak", ".tmp", ".swp"];

    [Fact]
    public void NameWhatIsInside() => Finding.None([.. Repository.Paths.SelectMany(Vague)]);

    [Fact]
    public void AreNotNamesOfPlans() => Finding.None([.. Repository.Paths.SelectMany(Planning)]);

    [Fact]
    public void AreRepeatedByNamespaces() => Finding.None([.. Repository.CSharp.SelectMany(VagueNamespaces)]);

    [Fact]
    public void AreNamesOfTheirTypes()
    {
        var files = Repository.CSharp.Where(file => file.IsUnder("src/"));
        Finding.None(Exceptions.Left(Exceptions.FileName, [.. files.SelectMany(Strangers)]));
    }

    [Theory]
    [InlineData("src/Statute/Utils/Text.cs")]
    [InlineData("src/Statute/Helpers.cs")]
    [InlineData("tests/Common/A.cs")]
    [InlineData("samples/Misc.Things.cs")]
    public void ThatSayNothingAreFound(string path) => Assert.Single(Vague(path));

    [Theory]
    [InlineData("PLAN.md")]
    [InlineData("docs/next-steps-plan.md")]
    [InlineData("HANDOFF_2.txt")]
    [InlineData("src/fix.patch")]
    public void OfPlansAreFound(string path) => Assert.Single(Planning(path));

    [Theory]
    [InlineData("docs/planes.md")]
    [InlineData("src/Statute/Plan.cs")]
    public void OfOtherThingsAreFree(string path) => Assert.Empty(Planning(path));

    [Theory]
    [InlineData("namespace Statute.Utilities;")]
    [InlineData("namespace Statute { namespace Common { } }")]
    public void OfVagueNamespacesAreFound(string text) => Assert.Single(VagueNamespaces(new("src/a.cs", text)));

    [Theory]
    [InlineData("src/A/Verdict.cs", "class Answer;", "Answer")]
    [InlineData("src/A/Verdict.cs", "namespace A; struct Verdict; class Table;", "Table")]
    [InlineData("src/A/Verdict.cs", "delegate void Answer();", "Answer")]
    public void OfStrangersAreFound(string path, string text, string member) =>
        Assert.Equal(member, Assert.Single(Strangers(new(path, text))).Member);

    [Theory]
    [InlineData("src/A/Verdict.cs", "struct Verdict; struct Verdict<T>; enum VerdictKind; file class Cache;")]
    [InlineData("src/A/Facts.cs", "struct HeadFacts; struct RouteFacts;")]
    [InlineData("src/A/Refusals.cs", "class Refusal; class Missing : Refusal; class Stale : System.Object, IRefusal<int>;")]
    [InlineData("src/A/Reader.Row.cs", "partial class Reader { struct Row; }")]
    public void OfFamiliesAreFree(string path, string text) => Assert.Empty(Strangers(new(path, text)));

    private static IEnumerable<Finding> Vague(string path) =>
        path.Split('/').Where(part => Drawers.Contains(part.Split('.')[0].ToLowerInvariant())).Take(1)
            .Select(part => new Finding(path, 1, $"'{part}' is a drawer for anything; name what is inside."));

    private static IEnumerable<Finding> VagueNamespaces(SourceFile file) =>
        from declaration in file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        from part in declaration.Name.ToString().Split('.')
        where Drawers.Contains(part.ToLowerInvariant())
        select file.At(declaration, $"'{part}' is a drawer for anything; name what is inside.");

    private static IEnumerable<Finding> Planning(string path)
    {
        var extension = Path.GetExtension(path);
        var words = Path.GetFileNameWithoutExtension(path).ToLowerInvariant().Split('-', '_', '.', ' ');
        return Leftovers.Contains(extension) || (extension is ".md" or ".txt" && words.Intersect(Plans).Any())
            ? [new Finding(path, 1, "the tree holds the product, its tests and its documentation; this belongs elsewhere.")]
            : [];
    }

    private static IEnumerable<Finding> Strangers(SourceFile file)
    {
        var name = file.Stem;
        var singular = name[^1] == 's' ? name[..^1] : name;
        return from type in file.Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
               where type is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
               let member = (MemberDeclarationSyntax)type
               let own = (type as BaseTypeDeclarationSyntax)?.Identifier.Text ?? ((DelegateDeclarationSyntax)type).Identifier.Text
               let bases = (type as BaseTypeDeclarationSyntax)?.BaseList?.Types.Select(parent => parent.Type.ToString()) ?? []
               where !bases.Append(own).Any(known => known.Contains(singular, StringComparison.Ordinal))
               where !member.Modifiers.Any(SyntaxKind.FileKeyword)
               select file.At(type, $"stands in '{Path.GetFileName(file.Path)}'; give it a file of its name.", own);
    }
}
