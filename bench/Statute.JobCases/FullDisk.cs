using System.Diagnostics;
using Statute.Jobs;
using Statute.Jobs.Stores;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.JobCases;

/// <summary>
/// What a store does on a full disk, and when there is room again. It is run on a small file system, or under a small limit of a file's
/// size, and throws where a promise is broken.
/// </summary>
internal sealed class FullDisk(string folder, Func<Task> fill, Func<Task> free)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MostUntilAccepted = TimeSpan.FromSeconds(5);
    private static readonly JobOutcome SmallSuccess = new() { State = JobState.Succeeded, Status = 200, Answer = new byte[1000] };

    private readonly string _path = Path.Combine(folder, "jobs.db");
    private readonly List<Job> _acknowledged = [];

    internal async Task TellAsync()
    {
        var store = await OpenAsync();
        var ended = await ManyAsync(40, () => EndedAsync(store));
        var running = await ManyAsync(20, () => ClaimedAsync(store));
        var waiting = await ManyAsync(20, () => AcceptedAsync(store));
        var key = new JobKey(new byte[32], new byte[32]);
        var keyed = (await store.AcceptAsync(New() with { Key = key }, default)).Job;

        Console.WriteLine($"accepted {await FillAsync(store)} more, then there was no room");
        await fill();
        await IsRefusedAsync(store);

        await EverythingElseWorksAsync(store, ended, running, waiting, keyed, key);
        await store.DisposeAsync();
        store = await OpenAsync();
        await CancelAsync(store, keyed);

        await free();
        Console.WriteLine($"accepted again {await UntilAcceptedAsync(store):0.0} s after there was room");
        await IsStillThereAsync(store);
        await store.DisposeAsync();
    }

    private async Task CancelAsync(IJobStore store, Job job)
    {
        Demand.That((await store.CancelAsync(job.Id, default))!.State == JobState.Canceled, "a job is canceled");
        _acknowledged.Remove(job);
    }

    private async Task EverythingElseWorksAsync(
        IJobStore store, List<Job> ended, List<ClaimedJob> running, List<Job> waiting, Job keyed, JobKey key)
    {
        Demand.That((await store.FindAsync(keyed.Id, default))!.State == JobState.NotStarted, "a job is found");
        Demand.That((await store.ListAsync(new("clerk", null, null, 10), default)).Count == 10, "jobs are listed");
        Demand.That((await store.FindAnswerAsync(ended[^1].Id, default))!.Value.Length == 1000, "an answer is found");
        Demand.That((await store.AcceptAsync(New() with { Key = key }, default)).Kind == JobAcceptanceKind.AcceptedBefore,
            "a key that was accepted before is known");

        Demand.That(await IsFullAsync(() => store.ClaimAsync(Lease, default)), "no other job is begun");
        var large = SmallSuccess with { Answer = new byte[1_000_000] };
        Demand.That(await IsFullAsync(() => store.CompleteAsync(running[0].Claim, large, default)), "a large answer has no room");
        Demand.That(await store.RenewAsync(running[0].Claim, Lease, default) == JobLease.Held, "its claim holds");
        foreach (var claimed in running.Take(15))
        {
            Demand.That(await store.CompleteAsync(claimed.Claim, SmallSuccess, default), "a job is finished");
        }

        foreach (var claimed in running.Skip(15))
        {
            Demand.That(await store.HandBackAsync(claimed.Claim, wasBegun: false, default), "a job is handed back");
        }

        foreach (var job in waiting)
        {
            await CancelAsync(store, job);
        }

        foreach (var job in ended.Take(20))
        {
            Demand.That((await store.ForgetAsync(job.Id, default))!.IsEnded, "a job is forgotten");
        }

        Demand.That(await store.SweepAsync(TimeSpan.Zero, default) == 20 + 15 + 20, "the rest of what has ended is swept");
    }

    private async Task IsStillThereAsync(IJobStore store)
    {
        foreach (var job in _acknowledged)
        {
            Demand.That((await store.FindAsync(job.Id, default))?.State == JobState.NotStarted, "an accepted job is kept");
        }

        var claimed = await Task.WhenAll(_acknowledged.Select(_ => Task.Run(() => store.ClaimAsync(Lease, default))));
        Demand.That(claimed.All(one => one?.Request?.Length == 1000), "every accepted job is handed out");
    }

    private async Task<int> FillAsync(IJobStore store)
    {
        for (var before = _acknowledged.Count; ;)
        {
            var refused = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => IsFullAsync(() => AcceptedAsync(store)))));
            if (refused.Contains(true))
            {
                return _acknowledged.Count - before;
            }
        }
    }

    // What is free within the file is used up first. Then it is refused for longer than the store takes to look again.
    private async Task IsRefusedAsync(IJobStore store)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(1.5);)
        {
            var job = New();
            if (!await IsFullAsync(() => AcceptedAsync(store, job)))
            {
                clock.Restart();
            }
            else
            {
                Demand.That(await store.FindAsync(job.Id, default) == null, "a refused job is not there");
            }
        }
    }

    private async Task<double> UntilAcceptedAsync(IJobStore store)
    {
        var clock = Stopwatch.StartNew();
        while (await IsFullAsync(() => AcceptedAsync(store)))
        {
            Demand.That(clock.Elapsed < MostUntilAccepted, "a job is accepted soon after there is room");
            await Task.Yield();
        }

        return clock.Elapsed.TotalSeconds;
    }

    private async Task<IJobStore> OpenAsync()
    {
        var store = new SqliteJobStore(_path, options: new() { Reserve = 512 * 1024 });
        await store.OpenAsync(default);
        return store;
    }

    private async Task<Job> AcceptedAsync(IJobStore store, NewJob? job = null)
    {
        var accepted = await store.AcceptAsync(job ?? New(), default);
        lock (_acknowledged)
        {
            _acknowledged.Add(accepted.Job);
        }

        return accepted.Job;
    }

    private static async Task<ClaimedJob> ClaimedAsync(IJobStore store)
    {
        await store.AcceptAsync(New(), default);
        return (await store.ClaimAsync(Lease, default))!;
    }

    private static async Task<Job> EndedAsync(IJobStore store)
    {
        var claimed = await ClaimedAsync(store);
        Demand.That(await store.CompleteAsync(claimed.Claim, SmallSuccess, default), "a job is finished");
        return claimed.Job;
    }

    private static async Task<List<T>> ManyAsync<T>(int count, Func<Task<T>> make)
    {
        var made = new List<T>();
        while (made.Count < count)
        {
            made.Add(await make());
        }

        return made;
    }

    private static async Task<bool> IsFullAsync(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (JobStoreFullException)
        {
            return true;
        }
    }

    private static NewJob New() => new()
    {
        Id = JobId.New(),
        Owner = "clerk",
        Operation = "POST /items/{sku}/recount",
        Target = "/items/M8-20/recount",
        Request = new byte[1000],
    };
}
