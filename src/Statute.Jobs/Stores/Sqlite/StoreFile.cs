using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// The file of a store, held against every other store: of this process and of others. On Linux the file itself is locked, by a lock that
/// SQLite's own do not meet (flock), so that neither another path nor a hard link leads past it. Elsewhere the two kinds of lock get in
/// each other's way, and a file beside it is locked.
/// </summary>
internal sealed class StoreFile : IDisposable
{
    // Of Linux, on every processor that .NET runs on there.
    private const int ReadWrite = 2;
    private const int Create = 0x40;
    private const int CloseOnExec = 0x80000;
    private const int Exclusively = 2;
    private const int AtOnce = 4;
    private const int Unlock = 8;
    private const int WouldBlock = 11;

    // It holds what callers have sent and were answered, in clear. What SQLite makes beside it gets the same mode.
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly Lock Gate = new();
    private static readonly List<SafeFileHandle> NeverClosed = [];
    private static int heldHere;

    private readonly SafeFileHandle _file;
    private readonly FileStream? _beside;

    private StoreFile(string path, SafeFileHandle file, FileStream? beside)
    {
        Path = path;
        _file = file;
        _beside = beside;
        heldHere++;
    }

    internal string Path { get; }

    internal long Length => RandomAccess.GetLength(_file);

    /// <summary>
    /// Opens the file, makes it where there is none (then only its owner may read it, on Unix), and holds it until this is disposed.
    /// </summary>
    /// <exception cref="JobStoreException">Somebody else holds it, or it cannot be opened.</exception>
    internal static StoreFile Hold(string path)
    {
        try
        {
            lock (Gate)
            {
                return OperatingSystem.IsLinux() ? HoldItself(path) : HoldBeside(path);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new JobStoreException($"The store of jobs '{path}' cannot be opened: {fault.Message.TrimEnd('.')}. Its folder must be "
                + "there, and writable as the file is.", fault);
        }
    }

    /// <summary>Reads from it as it lies there, past SQLite. It must not be opened a second time for that, see below.</summary>
    internal int Read(Span<byte> bytes, long offset) => RandomAccess.Read(_file, bytes, offset);

    public void Dispose()
    {
        lock (Gate)
        {
            heldHere--;
            if (OperatingSystem.IsLinux())
            {
                // A process that is being started at this moment has the descriptor too, and the lock with it.
                _ = flock(_file, Unlock);
            }

            _file.Dispose();
            _beside?.Dispose();
        }
    }

    // .NET's own way to open a file locks it too, by a lock that is shared.
    private static StoreFile HoldItself(string path)
    {
        var file = open([.. Encoding.UTF8.GetBytes(path), 0], ReadWrite | Create | CloseOnExec, (int)OwnerOnly);
        if (file.IsInvalid)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }

        if (flock(file, Exclusively | AtOnce) == 0)
        {
            return new(path, file, null);
        }

        var error = Marshal.GetLastPInvokeError();
        if (heldHere > 0)
        {
            // It may be this process that holds it, and then closing any descriptor of it would drop the locks that SQLite has on it.
            NeverClosed.Add(file);
        }
        else
        {
            file.Dispose();
        }

        throw error == WouldBlock ? InUse(path) : new IOException(Marshal.GetPInvokeErrorMessage(error));
    }

    private static StoreFile HoldBeside(string path)
    {
        FileStream beside;
        try
        {
            beside = new(path + "-lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault is not DirectoryNotFoundException)
        {
            throw InUse(path);
        }

        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        if (!OperatingSystem.IsWindows() && RandomAccess.GetLength(file) == 0)
        {
            File.SetUnixFileMode(file, OwnerOnly);
        }

        return new(path, file, beside);
    }

    private static JobStoreException InUse(string path) => new($"The store of jobs '{path}' is in use, by another process or elsewhere in "
        + "this one; one at a time may work on it. Stop the other, or name another file.");

    [SuppressMessage("Style", "IDE1006", Justification = "The name is the system's.")]
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle open(byte[] path, int flags, int mode);

    [SuppressMessage("Style", "IDE1006", Justification = "The name is the system's.")]
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int flock(SafeFileHandle file, int operation);
}
