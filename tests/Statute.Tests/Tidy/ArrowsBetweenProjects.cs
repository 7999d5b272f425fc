using System.Xml.Linq;

namespace Statute.Tests.Tidy;

/// <summary>What a project under src may refer to: other projects, packages and the shared framework.</summary>
public sealed class ArrowsBetweenProjects
{
    // A project exists only for a distinct consumer with a distinct set of dependencies.
    private const string Table = """
        Statute            ->
        Statute.AspNetCore -> Statute, Microsoft.AspNetCore.App
        Statute.Jobs       -> Statute.AspNetCore, Microsoft.AspNetCore.App, Microsoft.Data.Sqlite, Npgsql
        Statute.Client     -> Statute, Microsoft.Extensions.Http
        Statute.Checking   -> Statute
        Statute.Cli        -> Statute, Statute.AspNetCore, Statute.Jobs, Statute.Client, Statute.Checking, Stockroom
        Statute.Cli        -> Microsoft.AspNetCore.App, Yarp.ReverseProxy, System.CommandLine, Spectre.Console
        Statute.Cli        -> OpenTelemetry.Extensions.Hosting, OpenTelemetry.Exporter.OpenTelemetryProtocol
        """;

    [Fact]
    public void PointOneWay()
    {
        var projects = Repository.Files.Where(file => file.IsUnder("src/") && file.Path.EndsWith(".csproj", StringComparison.Ordinal));
        Finding.None([.. projects.SelectMany(project => Find(project, Table))]);
    }

    // What such a file adds, it adds to every project: the table above would not be the whole truth.
    [Fact]
    public void AreNotDrawnInSharedFiles()
    {
        var shared = Repository.Files.Where(file => file.Path.EndsWith(".props", StringComparison.Ordinal)
            || file.Path.EndsWith(".targets", StringComparison.Ordinal)).Where(file => !file.IsUnder("tests/"));
        Finding.None([.. shared.SelectMany(file => Find(file, $"{Path.GetFileNameWithoutExtension(file.Path)} ->"))]);
    }

    [Theory]
    [InlineData("Statute", "ProjectReference", "../Statute.AspNetCore/Statute.AspNetCore.csproj", "'Statute.AspNetCore'")]
    [InlineData("Statute", "FrameworkReference", "Microsoft.AspNetCore.App", "'Microsoft.AspNetCore.App'")]
    [InlineData("Statute.AspNetCore", "PackageReference", "Newtonsoft.Json", "'Newtonsoft.Json'")]
    [InlineData("Statute.Extras", "PackageReference", "Npgsql", "no line")]
    public void ThatTheTableLacksAreFound(string project, string kind, string include, string said)
    {
        var text = $"""<Project><ItemGroup><{kind} Include="{include}" /></ItemGroup></Project>""";
        Assert.Contains(said, Assert.Single(Find(new($"src/{project}/{project}.csproj", text), Table)).Message);
    }

    private static IEnumerable<Finding> Find(SourceFile file, string table)
    {
        var name = Path.GetFileNameWithoutExtension(file.Path);
        var lines = table.Split('\n').Select(line => line.Split("->", StringSplitOptions.TrimEntries))
            .Where(line => line[0] == name).ToList();
        if (lines.Count == 0)
        {
            return [new(file.Path, 1, $"the table of arrows has no line for '{name}'; add one, and say there what it may use.")];
        }
        var allowed = lines.SelectMany(line => line[1].Split(", ")).ToHashSet();
        return from reference in References(file.Text)
               where !allowed.Contains(reference)
               select new Finding(file.Path, 1, $"'{name}' may not refer to '{reference}'; it may to: {string.Join(", ", allowed)}.");
    }

    private static IEnumerable<string> References(string project) =>
        from element in XDocument.Parse(project).Descendants()
        let include = ((string?)element.Attribute("Include"))?.Replace('\\', '/')
        where include != null && element.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference"
        select element.Name.LocalName == "ProjectReference" ? Path.GetFileNameWithoutExtension(include) : include;
}
