using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.Jobs.Tests.Stores;

public sealed class FilesOfAStore
{
    private const long Reserve = 256 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AreTheStoreAndItsBallastWhenItIsClosed()
    {
        using var folder = new TemporaryFolder();
        await using (var store = await OpenAsync(folder))
        {
            await store.AcceptAsync();
        }

        Assert.Equal(["jobs.db", "jobs.db-ballast"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(Reserve, folder.Read("jobs.db-ballast").Length);
    }

    // They hold what callers have sent, in clear.
    [Fact, UnsupportedOSPlatform("windows")]
    public async Task CanBeReadByTheirOwnerOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes on Windows.");
        using var folder = new TemporaryFolder();
        await using var store = await OpenAsync(folder);
        await store.AcceptAsync();
        foreach (var file in new[] { "jobs.db", "jobs.db-wal", "jobs.db-shm" })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File(file)));
        }
    }

    // Whoever has given others the right to read keeps that.
    [Fact, UnsupportedOSPlatform("windows")]
    public async Task KeepTheModeThatSomebodyHasGivenThem()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes on Windows.");
        using var folder = new TemporaryFolder();
        await (await OpenAsync(folder)).DisposeAsync();
        const UnixFileMode shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(folder.File("jobs.db"), shared);
        await using var store = await OpenAsync(folder);
        await store.AcceptAsync();
        Assert.Equal(shared, File.GetUnixFileMode(folder.File("jobs.db")));
        Assert.Equal(shared, File.GetUnixFileMode(folder.File("jobs.db-wal")));
    }

    // Otherwise the ballast could not make room for what waits in it.
    [Fact]
    public async Task HaveALogThatDoesNotOutgrowTheReserve()
    {
        using var folder = new TemporaryFolder();
        await using var store = await OpenAsync(folder);
        for (var i = 0; i < 50; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => store.AcceptAsync(Some.Job()))));
        }

        Assert.InRange(new FileInfo(folder.File("jobs.db-wal")).Length, 1, 4 * Reserve);
        Assert.InRange(new FileInfo(folder.File("jobs.db")).Length, Reserve / 2, long.MaxValue);
    }

    [Fact]
    public async Task KeepNoRequestOfAJobThatHasEnded()
    {
        using var folder = new TemporaryFolder();
        await using (var store = await OpenAsync(folder))
        {
            await store.AcceptEndedAsync();
            var canceled = await store.AcceptAsync();
            await store.CancelAsync(canceled.Id, Cancel);
            await store.AcceptAsync();
        }

        Assert.Equal(1L, folder.Ask("jobs.db", "select count(*) from request"));
    }

    [Fact]
    public async Task MayBeWrittenToByAShellForAMoment()
    {
        using var folder = new TemporaryFolder();
        await using var store = await OpenAsync(folder);
        using var shell = new SqliteConnection($"Data Source={folder.File("jobs.db")};Pooling=False");
        await shell.OpenAsync(Cancel);
        await using (var writing = shell.BeginTransaction())
        {
            var accepting = Task.Run(() => store.AcceptAsync(Some.Job()));
            await writing.RollbackAsync(Cancel);
            await accepting;
        }

        await store.ClaimAsync();
    }

    [Theory]
    [InlineData("no-such-folder/jobs.db")]
    [InlineData(".")]
    public async Task ThatCannotBeOpenedAreNamed(string path)
    {
        using var folder = new TemporaryFolder();
        await using var store = new SqliteJobStore(Path.Combine(folder.Path, path));
        var refused = await Assert.ThrowsAsync<JobStoreException>(() => store.OpenAsync(Cancel));
        Assert.StartsWith($"The store of jobs '{Path.GetFullPath(Path.Combine(folder.Path, path))}' cannot be opened: ", refused.Message);
    }

    [Fact]
    public void HaveAReserveThatIsOfUse()
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(
            () => new SqliteJobStore("jobs.db", options: new() { Reserve = Reserve - 1 }));
        Assert.Contains("Reserve is 262143 bytes; it must be 262144 or more.", fault.Message);
    }

    [Fact]
    public async Task AreOpenedBeforeAnythingElse()
    {
        using var folder = new TemporaryFolder();
        await using var store = new SqliteJobStore(folder.File("jobs.db"));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => store.FindAsync(JobId.New(), Cancel));
        Assert.Contains("is not open; call OpenAsync first.", fault.Message);
    }

    private static async Task<IJobStore> OpenAsync(TemporaryFolder folder)
    {
        var store = new SqliteJobStore(folder.File("jobs.db"), options: new() { Reserve = Reserve });
        await store.OpenAsync(Cancel);
        return store;
    }
}
