using Microsoft.Data.Sqlite;
using Statute.Jobs;
using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.JobCases;

internal static class StoreRate
{
    private static readonly byte[] Request = new byte[1024];

    internal static async Task RunAsync(string folder)
    {
        var path = Path.Combine(folder, $"jobs-{Guid.NewGuid():N}.db");
        await using var store = new SqliteJobStore(path);
        await store.OpenAsync(default);
        using var plain = Plain(path + "-plain");
        using var insert = plain.CreateCommand();
        insert.CommandText = "insert into job (id, request) values (?1, ?2)";
        insert.Parameters.Add(new SqliteParameter { ParameterName = "?1" });
        insert.Parameters.Add(new SqliteParameter { ParameterName = "?2", Value = Request });
        for (var round = 0; round < 5; round++)
        {
            Tell("plain insert, 1", await Load.RunAsync(1, TimeSpan.FromSeconds(2), _ => { insert.Parameters[0].Value = JobId.New().ToByteArray(); insert.ExecuteNonQuery(); return Task.CompletedTask; }));
            Tell("store, 1       ", await Load.RunAsync(1, TimeSpan.FromSeconds(2), _ => AcceptAsync(store)));
            Tell("store, 64      ", await Load.RunAsync(64, TimeSpan.FromSeconds(2), _ => AcceptAsync(store)));
        }
    }

    private static void Tell(string what, Load.Figures f) => Console.WriteLine($"{what} {f.PerSecond,8:0} /s  p50 {f.Median,6:0} us  p99 {f.Slow,6:0} us cpu {f.Processor:0.0}");

    private static SqliteConnection Plain(string path)
    {
        var c = new SqliteConnection($"Data Source={path};Pooling=False");
        c.Open();
        using var k = c.CreateCommand();
        k.CommandText = "pragma journal_mode=wal; pragma synchronous=full; create table job (seq integer primary key, id blob unique, request blob)";
        k.ExecuteNonQuery();
        return c;
    }

    private static Task AcceptAsync(IJobStore store) => store.AcceptAsync(new NewJob
    {
        Id = JobId.New(),
        Owner = "clerk",
        Operation = "POST /items/{sku}/recount",
        Target = "/items/M8-20/recount",
        Request = Request,
    }, default);
}
