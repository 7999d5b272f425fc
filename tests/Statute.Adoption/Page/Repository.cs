namespace Statute.Adoption.Page;

/// <summary>The tree that the tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds Statute.slnx.")
        : File.Exists(Path.Combine(folder.FullName, "Statute.slnx")) ? folder.FullName
        : Find(folder.Parent);
}
