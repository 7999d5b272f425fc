namespace Stockroom;

/// <summary>The folder in which everything is kept that outlives a run.</summary>
internal sealed record DataFolder(string Path, string Jobs)
{
    public string Users => System.IO.Path.Combine(Path, "users");

    public string Database => System.IO.Path.Combine(Path, "stockroom.db");

    /// <summary>Makes the folder and finds out whether it can be written to.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="jobs">The file of jobs; null for one in the folder.</param>
    public static DataFolder Open(string path, string? jobs)
    {
        path = System.IO.Path.GetFullPath(path);
        var folder = new DataFolder(path, System.IO.Path.GetFullPath(jobs ?? System.IO.Path.Combine(path, "jobs.db")));
        try
        {
            Directory.CreateDirectory(folder.Path);
            // A file is made, because permissions alone do not tell: the disk may be full or mounted read-only.
            var probe = System.IO.Path.Combine(folder.Path, $"probe-{Guid.NewGuid():N}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return folder;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"cannot write to the data folder '{folder.Path}': {fault.Message.TrimEnd('.')}. Name another one with --data DIR.", fault);
        }
    }
}
