using System.Security.Cryptography;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// A copy of a damaged store, before anybody tries to repair it. Its name says what is in it, so that a service that is started again and
/// again keeps one.
/// </summary>
internal sealed class DamagedCopy(StoreFile file)
{
    private const string Unfinished = "-unfinished";

    private bool HasLog => new FileInfo(WalFile.PathOf(file.Path)) is { Exists: true, Length: > 0 };

    /// <returns>What became of it, as the end of a sentence.</returns>
    internal string Keep()
    {
        var copy = $"{file.Path}.damaged-{Convert.ToHexStringLower(Hash()[..4])}";
        try
        {
            if (!File.Exists(copy))
            {
                if (HasLog)
                {
                    File.Copy(WalFile.PathOf(file.Path), WalFile.PathOf(copy), overwrite: true);
                }

                Copy(copy + Unfinished);
                File.Move(copy + Unfinished, copy);
            }

            return $"a copy is kept as '{copy}'";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Drop(copy + Unfinished);
            return $"no copy could be kept ({fault.Message.TrimEnd('.')})";
        }
    }

    private static void Drop(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Its name says what it is.
        }
    }

    private byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var chunk in Chunks())
        {
            hash.AppendData(chunk.Span);
        }

        if (HasLog)
        {
            hash.AppendData(File.ReadAllBytes(WalFile.PathOf(file.Path)));
        }

        return hash.GetHashAndReset();
    }

    private void Copy(string path)
    {
        using var copy = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        if (!OperatingSystem.IsWindows())
        {
            // Nobody may read the copy who may not read the file.
            File.SetUnixFileMode(copy.SafeFileHandle, File.GetUnixFileMode(file.Path));
        }

        foreach (var chunk in Chunks())
        {
            copy.Write(chunk.Span);
        }

        copy.Flush(flushToDisk: true);
    }

    // Through the descriptor that is held: closing another one would drop SQLite's locks.
    private IEnumerable<ReadOnlyMemory<byte>> Chunks()
    {
        var chunk = new byte[1024 * 1024];
        var offset = 0L;
        for (var read = file.Read(chunk, offset); read > 0; read = file.Read(chunk, offset))
        {
            yield return chunk.AsMemory(0, read);
            offset += read;
        }
    }
}
