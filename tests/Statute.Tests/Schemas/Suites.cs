namespace Statute.Tests.Schemas;

/// <summary>The published suites, where the environment says that they are.</summary>
internal static class Suites
{
    private const string Variable = "STATUTE_SUITES";

    /// <summary>A folder of the suites. A test is skipped where no suites are named, and fails where what is named is missing.</summary>
    public static string Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(root), $"{Variable} is not set; it names the folder of the suites, with '{name}' in it.");
        var folder = Path.Combine(root!, name);
        Assert.True(Directory.Exists(folder), $"{Variable} is '{root}', and there is no folder '{name}' in it.");
        return folder;
    }
}
