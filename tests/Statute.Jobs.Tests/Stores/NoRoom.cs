namespace Statute.Jobs.Tests.Stores;

/// <summary>A store in a process of its own, which tells what is not as promised, and ends then with another code than 0.</summary>
public sealed class NoRoom
{
    private const string NoSmallDisk = "This system lets nobody make a small file system: there is no 'unshare -rm'.";

    [Fact]
    public async Task OnTheDiskRefusesNewJobsUntilThereIsSomeAndNothingElse()
    {
        Assert.SkipUnless((await JobCase.RunAsync("unshare", "-rm", "true")).Code == 0, NoSmallDisk);
        using var folder = new TemporaryFolder();
        await JobCase.SucceedsAsync("unshare", "-rm", "sh", "-c",
            "mount -t tmpfs -o size=4m none \"$1\" && exec dotnet \"$0\" full-disk \"$1\"", JobCase.Program, folder.Path);
    }

    // A file that may not grow is told by another error than a full disk. The runtime itself needs larger files than the store may have.
    [Fact]
    public async Task InTheFileDoesTheSame()
    {
        using var folder = new TemporaryFolder();
        await JobCase.SucceedsAsync("bash", "-c",
            "ulimit -S -f 4000; export DOTNET_EnableWriteXorExecute=0; exec dotnet \"$0\" limited-file \"$1\"",
            JobCase.Program, folder.Path);
    }
}
