namespace Statute.Tests.Tidy;

/// <summary>The text files of this repository as they stand on disk, read once.</summary>
internal static class Repository
{
    /// <summary>Files that the rules about words do not read: the rules name there what they forbid.</summary>
    public const string Rules = "tests/Statute.Tests/Tidy/";

    private static readonly string[] Generated = ["artifacts", "bin", "obj", "BenchmarkDotNet.Artifacts", "TestResults", "node_modules"];

    private static readonly string[] Kinds =
        [".cs", ".csproj", ".props", ".targets", ".slnx", ".json", ".md", ".txt", ".yml", ".yaml", ".sh", ".http", ".html", ".css", ".js"];

    private static readonly Lazy<SourceFile[]> All = new(Read);

    public static string Root { get; } = FindRoot();

    /// <summary>Every path, of whatever kind.</summary>
    public static IEnumerable<string> Paths => Walk(new DirectoryInfo(Root)).Select(Relative);

    public static IReadOnlyList<SourceFile> Files => All.Value;

    public static IEnumerable<SourceFile> CSharp => Files.Where(file => file.IsCSharp);

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static SourceFile File(string path) =>
        System.IO.File.Exists(PathOf(path))
            ? new SourceFile(path, System.IO.File.ReadAllText(PathOf(path)))
            : throw new FileNotFoundException($"{path} is missing; the tests hold it together with the code.");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Statute.slnx")))
            {
                return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Statute.slnx.");
    }

    private static SourceFile[] Read() =>
        [.. Paths.Where(IsText).Order(StringComparer.Ordinal).Select(File)];

    private static bool IsText(string path) => path == ".ci/run" || Kinds.Contains(Path.GetExtension(path));

    private static string Relative(FileInfo file) => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');

    // Of the folders that start with a dot only these belong to the project; the others belong to somebody's tools.
    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories()
            .Where(inner => inner.Name is ".ci" or ".github" || (inner.Name[0] != '.' && !Generated.Contains(inner.Name)))
            .SelectMany(Walk));
}
