namespace Statute.Acceptance;

/// <summary>A new folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("stockroom-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
