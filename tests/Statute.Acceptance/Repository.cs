namespace Statute.Acceptance;

/// <summary>The tree that the tests were built from.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Statute.slnx")))
            {
                return folder;
            }
        }
        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds Statute.slnx.");
    }
}
