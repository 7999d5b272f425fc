using Microsoft.Extensions.Logging;
using Statute.AspNetCore.Tests.Wire;
using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.Jobs.Tests.Stores;

public sealed class DamagedFile
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("the header of the file", 3, "does not begin as a SQLite database")]
    [InlineData("the mark of a store", 68, "another's mark")]
    [InlineData("the header of the first tree", 103, "damaged")]
    [InlineData("the header of a later tree", 4096, "damaged")]
    public async Task IsToldLeftAndCopied(string where, int offset, string said)
    {
        _ = where;
        using var folder = new TemporaryFolder();
        await using (var store = await FilledAsync(folder))
        {
        }

        folder.Flip("jobs.db", offset);
        await IsRefusedAsync(folder, said);
    }

    [Theory]
    [InlineData("cut in the middle of a page", 6000)]
    [InlineData("cut behind the first page", 4096)]
    [InlineData("cut in the header", 50)]
    public async Task ThatWasCutIsToldLeftAndCopied(string where, int length)
    {
        _ = where;
        using var folder = new TemporaryFolder();
        await using (var store = await FilledAsync(folder))
        {
        }

        folder.Write("jobs.db", folder.Read("jobs.db")[..length]);
        await IsRefusedAsync(folder, "damaged");
    }

    [Fact]
    public async Task ThatIsAllZeroIsToldLeftAndCopied()
    {
        using var folder = new TemporaryFolder();
        await using (var store = await FilledAsync(folder))
        {
        }

        folder.Write("jobs.db", new byte[folder.Read("jobs.db").Length]);
        await IsRefusedAsync(folder, "does not begin as a SQLite database");
    }

    // SQLite takes it for a new one: every job would be gone without a word.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ThatIsEmptyOrGoneIsNotBegunAnew(bool isThere)
    {
        using var folder = new TemporaryFolder();
        await using (var store = await FilledAsync(folder))
        {
        }

        File.Delete(folder.File("jobs.db"));
        if (isThere)
        {
            folder.Write("jobs.db", []);
        }

        var refused = await RefusalAsync(folder);
        Assert.Contains("is missing or empty, but", refused);
        Assert.Contains(folder.File("jobs.db-ballast"), refused);

        File.Delete(folder.File("jobs.db-ballast"));
        await using var anew = await OpenAsync(folder);
        await anew.ClaimNothingAsync();
    }

    [Fact]
    public async Task KeepsOneCopyHoweverOftenItIsTried()
    {
        using var folder = new TemporaryFolder();
        await using (var store = await FilledAsync(folder))
        {
        }

        folder.Flip("jobs.db", 4096);
        for (var i = 0; i < 3; i++)
        {
            await RefusalAsync(folder);
        }

        Assert.Single(Directory.GetFiles(folder.Path, "*damaged*"));
    }

    // Byte after byte of what jobs carry: never a wrong answer, never a wrong request.
    [Fact]
    public async Task ThatSqliteTakesForWholeGivesNothingWrong()
    {
        using var folder = new TemporaryFolder();
        var answer = Some.Bytes(9_000);
        var request = Some.Bytes(9_000).Reverse().ToArray();
        Job ended, waiting;
        await using (var store = await OpenAsync(folder))
        {
            var target = new string('x', 4_000);
            ended = await store.AcceptEndedAsync(Some.Job() with { Target = target }, Some.Success with { Answer = answer });
            waiting = await store.AcceptAsync(Some.Job() with { Target = target, Request = request });
        }

        var whole = folder.Read("jobs.db");
        var (refused, damagedAnswers, damagedRequests, damagedRows, unharmed) = (0, 0, 0, 0, 0);
        for (var offset = 100; offset < whole.Length; offset += 797)
        {
            var damaged = (byte[])whole.Clone();
            damaged[offset] ^= 1;
            folder.Write("jobs.db", damaged);
            await using var store = New(folder);
            try
            {
                await store.OpenAsync(Cancel);
            }
            catch (JobStoreException)
            {
                refused++;
                continue;
            }

            try
            {
                Assert.Equal(ended, await store.FindAsync(ended.Id, Cancel) ?? ended);
                Assert.Equal(waiting, await store.FindAsync(waiting.Id, Cancel) ?? waiting);
            }
            catch (JobStoreException)
            {
                damagedRows++;
                continue;
            }

            try
            {
                Assert.Equal(answer, (await store.FindAnswerAsync(ended.Id, Cancel))?.ToArray() ?? answer);
            }
            catch (JobStoreException damage)
            {
                damagedAnswers++;
                Assert.Contains($"The stored answer of the job '{ended.Id}' is damaged", damage.Message);
            }

            if (await store.ClaimAsync(Some.Lease, Cancel) is { } claimed)
            {
                Assert.Equal(waiting.Id, claimed.Job.Id);
                damagedRequests += claimed.Request == null ? 1 : 0;
                unharmed += claimed.Request != null ? 1 : 0;
                Assert.Equal(request, claimed.Request?.ToArray() ?? request);
            }
        }

        Assert.All([refused, damagedAnswers, damagedRequests, damagedRows, unharmed], count => Assert.True(count > 0));
    }

    [Fact]
    public async Task LetsOtherJobsRun()
    {
        using var folder = new TemporaryFolder();
        var damaged = Some.Job() with { Target = "/items/THIS-ONE" };
        Job other;
        await using (var store = await OpenAsync(folder))
        {
            await store.AcceptAsync(damaged);
            other = await store.AcceptAsync();
        }

        folder.Flip("jobs.db", folder.Read("jobs.db").AsSpan().IndexOf("THIS-ONE"u8));

        await using var again = await OpenAsync(folder);
        Assert.Equal([other.Id], (await again.ListAsync(new("clerk", null, null, 100), Cancel)).Select(job => job.Id));
        Assert.Equal(other.Id, (await again.ClaimAsync()).Job.Id);
        await again.ClaimNothingAsync();
        await Assert.ThrowsAsync<JobStoreException>(() => again.FindAsync(damaged.Id, Cancel));
    }

    [Theory]
    [InlineData("its header", 8, true)]
    [InlineData("the header of a frame", 32 + 8, true)]
    [InlineData("a page of it", 32 + 24 + 2000, true)]
    [InlineData("the last transaction", -100, false)]
    public async Task InItsLogIsFoundWhereSqliteWouldForget(string where, int offset, bool isRefused)
    {
        _ = where;
        using var folder = new TemporaryFolder();
        await using var killed = await FilledAsync(folder);
        using var left = folder.CopyAsKilled();
        left.Flip("jobs.db-wal", offset < 0 ? left.Read("jobs.db-wal").Length + offset : offset);

        if (isRefused)
        {
            await IsRefusedAsync(left, "transactions in its '-wal' cannot be read");
            return;
        }

        // It may have been torn by a power cut before anybody was told of it.
        await using var store = await OpenAsync(left);
        Assert.NotEmpty(await store.ListAsync(new("clerk", null, null, 100), Cancel));
    }

    [Theory]
    [InlineData("whole", 0, false)]
    [InlineData("cut within its last frame", 100, true)]
    [InlineData("cut within the header of a frame", 4096 + 10, true)]
    public async Task InItsLogIsToldWhereTheEndIsMissing(string log, int missing, bool isTold)
    {
        _ = log;
        using var folder = new TemporaryFolder();
        await using var killed = await FilledAsync(folder);
        using var left = folder.CopyAsKilled();
        left.Write("jobs.db-wal", left.Read("jobs.db-wal")[..^missing]);
        var told = new CapturedLog();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(told));
        await using var store = new SqliteJobStore(
            left.File("jobs.db"), log: factory.CreateLogger<SqliteJobStore>(), options: new() { Reserve = 256 * 1024 });

        await store.OpenAsync(Cancel);

        Assert.Equal(isTold, told.Records.Any(record => record.Text.Contains("is not whole", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ThatIsNoStoreIsLeftAlone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("jobs.db", "What I wanted to say.\n"u8.ToArray());

        Assert.Contains("is no store of jobs: it is not a SQLite database", await RefusalAsync(folder));

        Assert.Equal("What I wanted to say.\n"u8.ToArray(), folder.Read("jobs.db"));
        Assert.Equal([folder.File("jobs.db")], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task OfAnotherApplicationIsLeftAlone()
    {
        using var folder = new TemporaryFolder();
        folder.Sql("jobs.db", "create table item (sku text)");
        var before = folder.Read("jobs.db");

        Assert.Contains("is no store of jobs: it is another application's database", await RefusalAsync(folder));

        Assert.Equal(before, folder.Read("jobs.db"));
        Assert.Equal([folder.File("jobs.db")], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task OfANewerVersionIsLeftAlone()
    {
        using var folder = new TemporaryFolder();
        await using (var store = await FilledAsync(folder))
        {
        }

        folder.Sql("jobs.db", "pragma user_version = 1000");
        Assert.Contains("its tables are of version 1000, and this one knows 1.", await RefusalAsync(folder));
    }

    private static async Task<IJobStore> OpenAsync(TemporaryFolder folder)
    {
        var store = New(folder);
        await store.OpenAsync(Cancel);
        return store;
    }

    private static SqliteJobStore New(TemporaryFolder folder) => new(folder.File("jobs.db"), options: new() { Reserve = 256 * 1024 });

    private static async Task<IJobStore> FilledAsync(TemporaryFolder folder)
    {
        var store = await OpenAsync(folder);
        for (var i = 0; i < 20; i++)
        {
            await store.AcceptAsync();
        }

        return store;
    }

    private static async Task<string> RefusalAsync(TemporaryFolder folder)
    {
        await using var store = new SqliteJobStore(folder.File("jobs.db"));
        var refused = await Assert.ThrowsAsync<JobStoreException>(() => store.OpenAsync(Cancel));
        Assert.Contains($"'{folder.File("jobs.db")}'", refused.Message);
        return refused.Message;
    }

    private static async Task IsRefusedAsync(TemporaryFolder folder, string said)
    {
        string[] names = ["jobs.db", "jobs.db-wal"];
        var files = names.Where(name => File.Exists(folder.File(name))).ToDictionary(name => name, folder.Read);

        var refused = await RefusalAsync(folder);

        Assert.Contains(said, refused);
        var copy = refused.Split("a copy is kept as '")[1].Split('\'')[0];
        foreach (var (name, content) in files)
        {
            Assert.Equal(content, folder.Read(name));
            Assert.Equal(content, folder.Read(name.Replace("jobs.db", Path.GetFileName(copy), StringComparison.Ordinal)));
        }
    }
}
