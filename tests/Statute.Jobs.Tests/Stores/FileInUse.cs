using System.Diagnostics;
using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.Jobs.Tests.Stores;

public sealed class FileInUse
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsRefusedToASecondStore()
    {
        using var folder = new TemporaryFolder();
        await using var first = await OpenAsync(folder, "jobs.db");
        await IsRefusedAsync(folder, "jobs.db");
        await IsRefusedAsync(folder, "../" + Path.GetFileName(folder.Path) + "/jobs.db");
    }

    [Theory]
    [InlineData("--symbolic")]
    [InlineData("--physical")]
    public async Task IsRefusedByALinkToo(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var first = await OpenAsync(folder, "jobs.db");
        using var link = Process.Start("ln", [kind, folder.File("jobs.db"), folder.File("other.db")]);
        await link.WaitForExitAsync(Cancel);
        await IsRefusedAsync(folder, "other.db");
    }

    [Fact]
    public async Task IsStillLockedForOthersWhenASecondStoreWasRefused()
    {
        using var folder = new TemporaryFolder();
        await using var first = await OpenAsync(folder, "jobs.db");
        await IsRefusedAsync(folder, "jobs.db");

        // What SQLite locks by itself; another process that finds no lock takes itself for the last one, and deletes the log.
        Assert.Contains(await File.ReadAllLinesAsync("/proc/locks", Cancel), line =>
            line.Contains(" POSIX ", StringComparison.Ordinal) && line.Contains($" {Environment.ProcessId} ", StringComparison.Ordinal)
            && line.Contains($":{Inode(folder.File("jobs.db"))} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IsFreeWhenTheStoreIsClosed()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await OpenAsync(folder, "jobs.db"))
        {
            await first.AcceptAsync();
        }

        await using var second = await OpenAsync(folder, "jobs.db");
        await second.ClaimAsync();
    }

    private static async Task<IJobStore> OpenAsync(TemporaryFolder folder, string name)
    {
        var store = new SqliteJobStore(folder.File(name), options: new() { Reserve = 256 * 1024 });
        await store.OpenAsync(Cancel);
        return store;
    }

    private static async Task IsRefusedAsync(TemporaryFolder folder, string name)
    {
        await using var second = new SqliteJobStore(folder.File(name));
        var refused = await Assert.ThrowsAsync<JobStoreException>(() => second.OpenAsync(Cancel));
        Assert.Contains(Path.GetFullPath(folder.File(name)), refused.Message);
        Assert.Contains("is in use", refused.Message);
        Assert.Contains("Stop the other, or name another file.", refused.Message);
    }

    private static string Inode(string path)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%i", path]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd().Trim();
    }
}
