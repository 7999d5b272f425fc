namespace Statute.Jobs.Tests.Stores;

/// <summary>A new folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("jobs-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
