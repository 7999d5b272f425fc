using System.Reflection;
using PublicApiGenerator;

namespace Statute.Tests.Tidy;

/// <summary>What a user can call, written down: a change of it is seen in review as a change of a text file.</summary>
public sealed class PublicApi
{
    private const string Accept = "STATUTE_ACCEPT";

    // Every project under src has a snapshot; the first run of a new one fails and says how to write it.
    public static TheoryData<string> Packages => [.. Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
        .Select(project => Path.GetFileNameWithoutExtension(project)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void IsTheOneThatWasAccepted(string package)
    {
        var now = Describe(Assembly.Load(package));
        var file = Repository.PathOf($"{Repository.Rules}PublicApi/{package}.verified.txt");
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(file, now);
        }
        var difference = Difference(File.Exists(file) ? File.ReadAllText(file) : "(no file)\n", now);
        Assert.True(difference.Length == 0, $"""
            The public API of {package} is not the one in {Path.GetRelativePath(Repository.Root, file)} (- accepted, + now):
            {difference}
            If that is meant, accept it and commit the file:
            {Accept}=1 dotnet test --project tests/Statute.Tests
            """);
    }

    [Fact]
    public void ThatChangedIsShownLineByLine()
    {
        Assert.Equal("", Difference("a\nb\n", "a\nb\n"));
        Assert.Equal("line 2\n- b\n+ c", Difference("a\nb\nd\n", "a\nc\nd\n"));
        Assert.Equal("line 2\n+ b", Difference("a\nd\n", "a\nb\nd\n"));
        Assert.Equal("line 1\n- a", Difference("a\n", ""));
    }

    [Fact]
    public void HoldsWhatIsPublicAndNothingElse()
    {
        var described = Describe(typeof(ProblemType).Assembly);
        Assert.Contains("public enum ProblemType", described);
        Assert.DoesNotContain("assembly:", described);
    }

    private static string Describe(Assembly assembly) =>
        assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").Trim() + "\n";

    /// <summary>The first lines that differ, between the equal lines before and after them; nothing if the texts are equal.</summary>
    private static string Difference(string accepted, string now)
    {
        if (accepted == now)
        {
            return "";
        }
        var (old, @new) = (accepted.TrimEnd('\n').Split('\n'), now.TrimEnd('\n').Split('\n'));
        var before = old.Zip(@new).TakeWhile(pair => pair.First == pair.Second).Count();
        var after = old.Skip(before).Reverse().Zip(@new.Skip(before).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var lines = old[before..^after].Where(line => line.Length > 0).Take(12).Select(line => $"- {line}")
            .Concat(@new[before..^after].Where(line => line.Length > 0).Take(12).Select(line => $"+ {line}"));
        return string.Join('\n', lines.Prepend($"line {before + 1}"));
    }
}
