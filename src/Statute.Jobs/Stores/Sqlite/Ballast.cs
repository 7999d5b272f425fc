using System.Security.Cryptography;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// A file beside the store that takes room on the disk, to be given back when there is none: without it not even a delete would work. It
/// is given back in steps, so that what else fills the disk does not take all of it at once.
/// </summary>
internal sealed class Ballast(string store, long size)
{
    private const int Steps = 16;

    private readonly string _path = PathOf(store);

    /// <summary>How much room it takes now, in bytes.</summary>
    internal long Length => new FileInfo(_path) is { Exists: true } file ? file.Length : 0;

    /// <summary>Its name beside the store's.</summary>
    internal static string PathOf(string store) => store + "-ballast";

    /// <summary>Gives a step of it to the disk. False where there is nothing left to give.</summary>
    internal bool Release()
    {
        var before = Length;
        return before > 0 && TrySetLength(Math.Max(0, before - size / Steps));
    }

    /// <summary>Takes what is missing from the disk, or nothing. False where there is not so much.</summary>
    internal bool Fill()
    {
        var before = Length;
        if (before >= size || TryAppend(size - before))
        {
            return true;
        }

        TrySetLength(before);
        return false;
    }

    private bool TryAppend(long missing)
    {
        try
        {
            // Chance can be neither compressed nor left out as a hole.
            var chunk = new byte[64 * 1024];
            RandomNumberGenerator.Fill(chunk);
            using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            for (; missing > 0; missing -= chunk.Length)
            {
                file.Write(chunk, 0, (int)Math.Min(missing, chunk.Length));
            }

            file.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool TrySetLength(long length)
    {
        try
        {
            using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.SetLength(length);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
