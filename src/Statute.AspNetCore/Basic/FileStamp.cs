namespace Statute.AspNetCore.Basic;

/// <summary>Enough of a file to see that it changed. A missing file has a stamp of its own.</summary>
internal readonly record struct FileStamp(DateTime WrittenAt, long Length, string Target)
{
    // Equals the stamp of no file, nor that of a missing one.
    public static readonly FileStamp None = new(DateTime.MinValue, -1, "");

    public static FileStamp Of(string path)
    {
        var info = Follow(path);
        return info is FileInfo { Exists: true } file ? new FileStamp(file.LastWriteTimeUtc, file.Length, file.FullName) : default;
    }

    // Mounted secrets are links whose target is swapped; the link itself never changes.
    public static FileSystemInfo Follow(string path)
    {
        var info = new FileInfo(path);
        return info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true) ?? info;
    }
}
