using System.Runtime.InteropServices;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// The limit of a file's size that a process may have (RLIMIT_FSIZE). While this is there, a write beyond it fails like one on a full disk;
/// by itself the system would end the process.
/// </summary>
internal sealed class FileSizeLimit : IDisposable
{
    // SIGXFSZ, on Linux, macOS and BSD.
    private const PosixSignal Exceeded = (PosixSignal)25;

    private readonly PosixSignalRegistration? _registration = OperatingSystem.IsWindows()
        ? null
        : PosixSignalRegistration.Create(Exceeded, static signal => signal.Cancel = true);

    public void Dispose() => _registration?.Dispose();
}
