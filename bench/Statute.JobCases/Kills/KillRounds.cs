using Statute.Jobs;

namespace Statute.JobCases.Kills;

/// <summary>
/// Kills an application under load at random moments, again and again, and compares what its clients were told with what was done and what
/// was recorded. The same seed makes the same requests and the same moments.
/// </summary>
internal sealed class KillRounds(string folder, int rounds, int seed)
{
    private const int Senders = 64;

    private static readonly TimeSpan MostUntilSent = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostUntilTakenUp = TimeSpan.FromSeconds(5);

    private readonly Random _random = new(seed);
    private readonly Ledger _ledger = new();
    private readonly Stage _stage = new();
    private readonly HashSet<string> _interrupted = [];
    private readonly HashSet<string> _storedUntold = [];
    private StoreSnapshot? _left;
    private int _hitRunning;
    private int _hitAccepting;
    private TimeSpan _slowestFromStart;
    private TimeSpan _slowestFromListening;

    /// <summary>Whether everything was as promised.</summary>
    internal async Task<bool> RunAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) });
        var senders = Enumerable.Range(0, Senders).Select(n => Task.Run(new Sender(n, seed, _stage, _ledger, client).SendAsync)).ToList();
        for (var round = 1; round <= rounds; round++)
        {
            await KillOnceAsync();
            Console.Error.WriteLine($"round {round} of {rounds}: {_left!.Jobs.Count} jobs, {_ledger.Faults.Count} faults");
        }

        _stage.End();
        await Task.WhenAll(senders);
        await EndEverythingAsync();
        new Account(_ledger, _left!, _interrupted).Check();
        CheckAim();
        Tell();
        return _ledger.Faults.Count == 0;
    }

    private async Task KillOnceAsync()
    {
        using var app = await AppProcess.StartAsync(folder);
        _stage.Open(app.Address);

        // One in five is killed while it starts, and may not have recovered from the last time.
        if (_random.Next(5) > 0)
        {
            var answered = _ledger.Answered;
            await Until.TrueAsync(() => _ledger.Answered > answered + Senders);
            await UntilTakenUpAsync(app);
        }

        await Task.Delay(_random.Next(1000));
        if (_random.Next(3) == 0)
        {
            // Accepting takes so short a time that chance alone seldom hits it.
            SpinWait.SpinUntil(() => _ledger.Sending > 0, MostUntilSent);
        }

        _stage.Close();
        await app.KillAsync();
        await Until.TrueAsync(() => _ledger.Sending == 0);

        var left = StoreSnapshot.Read(folder);
        Compare(left);
        var running = left.Jobs.Where(job => job.Value.State == JobState.Running).Select(job => job.Key).ToList();
        _interrupted.UnionWith(running);
        _hitRunning += running.Count > 0 ? 1 : 0;

        // A request that nobody was there to take is without an answer too: what the store has, and nobody was told, was in flight.
        var untold = left.Jobs.Keys.Except(_ledger.Acknowledged.Select(one => one.Job!)).Except(_storedUntold).ToList();
        _storedUntold.UnionWith(untold);
        _hitAccepting += untold.Count > 0 ? 1 : 0;
        _left = left;
    }

    private async Task UntilTakenUpAsync(AppProcess app)
    {
        var orphans = _left?.Jobs.Where(job => job.Value.State == JobState.Running).Select(job => job.Key).ToList();
        if (orphans is null or [])
        {
            return;
        }

        DateTimeOffset? takenUp = null;
        await Until.TrueAsync(() => (takenUp = StoreSnapshot.Read(folder).TakenUp(orphans, app.Started)) != null);
        _slowestFromStart = Longer(_slowestFromStart, takenUp!.Value - app.Started);
        _slowestFromListening = Longer(_slowestFromListening, takenUp.Value - app.Listening);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    // What has ended has ended for good.
    private void Compare(StoreSnapshot left)
    {
        foreach (var (id, before) in _left?.Jobs ?? new Dictionary<string, StoreSnapshot.JobRecord>())
        {
            var now = left.Jobs.GetValueOrDefault(id);
            if (now == null || (before.IsEnded && now != before))
            {
                _ledger.Report($"The job {id} was {before}, and is {now?.ToString() ?? "gone"} after the next kill.");
            }
        }

        foreach (var lost in _ledger.Acknowledged.Where(acknowledged => !left.Jobs.ContainsKey(acknowledged.Job!)))
        {
            _ledger.Report($"The acknowledged job {lost.Job} is not there.");
        }
    }

    private async Task EndEverythingAsync()
    {
        using var app = await AppProcess.StartAsync(folder);
        await Until.TrueAsync(() => StoreSnapshot.Read(folder).Jobs.Values.All(job => job.IsEnded));
        await app.StopAsync();
        var left = StoreSnapshot.Read(folder);
        Compare(left);
        _left = left;
    }

    // Kills that hit nothing prove nothing; a few may miss. What the machine needs to start a process is not the store's.
    private void CheckAim()
    {
        if (rounds >= 20 && (_hitRunning * 2 < rounds || _hitAccepting * 10 < rounds || !_storedUntold.Any(IsTold)))
        {
            _ledger.Report("Too few kills hit a running job, or an accept in flight, or no key found the job of a lost answer.");
        }

        if (_slowestFromListening > MostUntilTakenUp)
        {
            _ledger.Report("Interrupted jobs were taken up too late.");
        }
    }

    private bool IsTold(string job) => _ledger.Acknowledged.Any(one => one.Job == job);

    private void Tell()
    {
        var jobs = _left!.Jobs.Values;
        Console.WriteLine($"""
            seed {seed}: {rounds} kills, {Senders} senders
            kills that hit a running job {_hitRunning}, an accept in flight {_hitAccepting}
            jobs whose 202 was cut off {_storedUntold.Count}, of which {_storedUntold.Count(IsTold)} were told to a repeat
            acknowledged {_ledger.Acknowledged.Count}, unanswered {_ledger.Unanswered}, jobs {jobs.Count()}
            interrupted {_interrupted.Count}, begun more than once {jobs.Count(job => job.Attempts > 1)}
            succeeded {jobs.Count(job => job.State == JobState.Succeeded)}, unknown {jobs.Count(job => job.State == JobState.Failed)}
            the first interrupted job was taken up {_slowestFromStart.TotalSeconds:0.00} s after the start of the process at most,
            {_slowestFromListening.TotalSeconds:0.00} s after it listened
            faults {_ledger.Faults.Count}
            """);
        foreach (var fault in _ledger.Faults.Take(20))
        {
            Console.WriteLine(fault);
        }
    }
}
