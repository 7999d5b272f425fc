using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Statute.Adoption.Page;

/// <summary>The page of that name: what it shows of C# compiles, and what it prints of a report the storefront's report says.</summary>
public sealed class IntoAnExistingService
{
    /// <summary>What an ASP.NET Core project has without naming it, and where a snippet's two names come from.</summary>
    private const string Surroundings = """
        global using System;
        global using System.Linq;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.DependencyInjection;
        """;

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<int> Snippets => [.. Fence.All.Where(fence => fence.Language == "csharp").Select(fence => fence.Line)];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Shows_only_what_compiles(int line) =>
        Assert.Empty(ErrorsIn(Fence.All.Single(fence => fence.Line == line).Text));

    [Theory]
    [InlineData("options.Tabel = null")]
    [InlineData("options.Table.Answer(422, 400)")]
    public void Would_not_compile_with_an_error(string statement) =>
        Assert.NotEmpty(ErrorsIn($"builder.Services.AddStatute(options => {statement});"));

    [Fact]
    public async Task Prints_what_the_storefront_is_told()
    {
        var run = await StoreRun.Observed;
        var said = string.Join('\n', run.Said.Prepend(run.Report)).Split('\n').ToHashSet();
        var printed = Fence.All.Where(fence => fence.Language == "text").SelectMany(fence => fence.Text.Split('\n'))
            .Where(line => line.Trim() != "...").ToList();
        Assert.True(printed.Count > 20);
        Findings.None(printed.Where(line => !said.Contains(line)));
        Findings.None(run.Report.Split('\n').SkipWhile(line => line != "On everything that is held:").TakeWhile((line, i) =>
            i == 0 || line.StartsWith(' ')).Except(printed));
    }

    [Fact]
    public void Is_reached_from_the_readme() =>
        Assert.Contains("(docs/into-an-existing-service.md)", File.ReadAllText(Path.Combine(Repository.Root, "README.md")));

    private static IEnumerable<string> ErrorsIn(string snippet)
    {
        // A line that the page has shown is not shown again.
        var usings = Fence.All.SelectMany(fence => fence.Text.Split('\n')).Where(IsUsing).Distinct();
        var code = string.Join('\n', snippet.Split('\n').Where(line => !IsUsing(line)));
        var unit = code.Contains("class ", StringComparison.Ordinal)
            ? code
            : $"static class Snippet {{ static void Run(WebApplicationBuilder builder, WebApplication app) {{\n{code}\n}} }}";
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText($"{Surroundings}\n{string.Join('\n', usings)}\n{unit}")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => $"{found}");
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';');
}
