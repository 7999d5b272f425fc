using System.Security.Cryptography;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// A file beside the store that takes room on the disk, to be given back when there is none: without it not even a delete would work. It
/// is given back in steps, so that what else fills the disk does not take all of it at once.
/// </summary>
internal sealed class Ballast(string path, long size) : IDisposable
{
    private const int Steps = 16;

    private readonly FileStream _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>Its name beside the store's.</summary>
    internal static string PathOf(string store) => store + "-ballast";

    /// <summary>How much room it takes now, in bytes.</summary>
    internal long Length => _file.Length;

    /// <summary>Gives a step of it to the disk. False where there is nothing left to give.</summary>
    internal bool Release()
    {
        if (_file.Length == 0)
        {
            return false;
        }

        _file.SetLength(Math.Max(0, _file.Length - Math.Max(1, size / Steps)));
        return true;
    }

    /// <summary>Takes what is missing from the disk, or nothing. False where there is not so much.</summary>
    internal bool Fill()
    {
        var before = _file.Length;
        if (before >= size)
        {
            return true;
        }

        try
        {
            // Chance can be neither compressed nor left out as a hole.
            var chunk = new byte[64 * 1024];
            RandomNumberGenerator.Fill(chunk);
            _file.Position = before;
            for (var missing = size - before; missing > 0; missing -= chunk.Length)
            {
                _file.Write(chunk, 0, (int)Math.Min(missing, chunk.Length));
            }

            _file.Flush(flushToDisk: true);
            return true;
        }
        catch (IOException)
        {
            _file.SetLength(before);
            return false;
        }
    }

    public void Dispose() => _file.Dispose();
}
