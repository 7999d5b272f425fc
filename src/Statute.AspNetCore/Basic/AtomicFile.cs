namespace Statute.AspNetCore.Basic;

/// <summary>
/// A reader finds the old content or the new, also after a power cut: the new file is on the disk before it takes the name.
/// </summary>
internal static class AtomicFile
{
    public static void Replace(string path, byte[] content)
    {
        // A mounted secret is a link; renaming over the link would cut it from what it stands for.
        var target = FileStamp.Follow(path).FullName;
        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            Write(temporary, content);
            if (!File.Exists(target))
            {
                File.Move(temporary, target);
            }
            else if (OperatingSystem.IsWindows())
            {
                File.Replace(temporary, target, destinationBackupFileName: null); // Unlike a move it keeps the access list.
            }
            else
            {
                MoveWithMode(temporary, target);
            }
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void MoveWithMode(string temporary, string target)
    {
        File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        File.Move(temporary, target, overwrite: true);
    }
}
