using Statute.Jobs;

namespace Statute.JobCases.Kills;

/// <summary>
/// Kills an application under load at random moments, again and again, and compares what its clients were told with what was done and what
/// was recorded. The same seed makes the same requests and the same moments. The first round with a fault is the last.
/// </summary>
internal sealed class KillRounds(string folder, int rounds, int seed)
{
    private const int Senders = 64;
    private const int MostFaultsTold = 20;

    private static readonly TimeSpan MostUntilSent = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostUntilClaimed = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MostUntilAnswered = TimeSpan.FromMinutes(1);

    private readonly Random _random = new(seed);
    private readonly Ledger _ledger = new();
    private readonly Stage _stage = new();
    private readonly Course _course = new();
    private TimeSpan _slowestClaim;

    /// <summary>Whether everything was as promised. What was not is said, with what was done until then.</summary>
    internal async Task<bool> RunAsync()
    {
        try
        {
            await KillAsync();
            await EndEverythingAsync();
            Check();
        }
        catch (Exception fault)
        {
            _ledger.Report($"The run did not go on: {fault}");
        }

        _stage.End();
        Tell();
        return _ledger.Faults.Count == 0;
    }

    private async Task KillAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) })
        {
            Timeout = MostUntilAnswered,
        };
        var senders = Enumerable.Range(0, Senders).Select(n => Task.Run(new Sender(n, seed, _stage, _ledger, client).SendAsync)).ToList();
        while (_course.Kills < rounds && _ledger.Faults.Count == 0)
        {
            await KillOnceAsync();
            await Console.Error.WriteLineAsync(
                $"round {_course.Kills} of {rounds}: {_course.Last!.Jobs.Count} jobs, {_ledger.Faults.Count} faults");
        }

        _stage.End();
        await Task.WhenAll(senders).WaitAsync(MostUntilAnswered);
    }

    private async Task KillOnceAsync()
    {
        using var app = await AppProcess.StartAsync(folder);
        _stage.Open(app.Address);

        // One in five is killed while it starts, and may not have recovered from the last time.
        if (_random.Next(5) > 0)
        {
            var acknowledged = _ledger.Acknowledged;
            await UntilAsync(app, () => _ledger.Acknowledged > acknowledged + Senders, "more requests are accepted");
            await UntilClaimedAsync(app);
        }

        await Task.Delay(_random.Next(1000));
        if (_random.Next(3) == 0)
        {
            // Accepting takes so short a time that chance alone seldom hits it.
            SpinWait.SpinUntil(() => _ledger.Sending > 0, MostUntilSent);
        }

        _stage.Close();
        await app.KillAsync();
        await Until.TrueAsync(() => _ledger.Sending == 0, "what was under way with the kill is over");
        _ledger.Report(_course.Kill(StoreSnapshot.Read(folder), _ledger.Sendings));
        _ledger.Kill();
    }

    // From the start of the process, by what stands in the file: no handler may have begun.
    private async Task UntilClaimedAsync(AppProcess app)
    {
        var orphans = _course.Orphans;
        if (orphans is [])
        {
            return;
        }

        DateTimeOffset? claimed = null;
        await UntilAsync(
            app, () => (claimed = StoreSnapshot.Read(folder).Claimed(orphans, app.Started)) != null, "an interrupted job is claimed");
        var until = claimed!.Value - app.Started;
        _slowestClaim = until > _slowestClaim ? until : _slowestClaim;
        if (until > MostUntilClaimed)
        {
            _ledger.Report($"The first interrupted job was claimed {until.TotalSeconds:0.00} s after the start of the process.");
        }
    }

    // A fault ends the waiting: what is waited for may never be.
    private Task UntilAsync(AppProcess app, Func<bool> condition, string statement) => Until.TrueAsync(
        () =>
        {
            Demand.That(!app.HasExited, "the application runs until it is killed");
            return condition() || _ledger.Faults.Count > 0;
        },
        statement);

    // Where something does not end, the account says what.
    private async Task EndEverythingAsync()
    {
        using var app = await AppProcess.StartAsync(folder);
        await Until.IsTrueAsync(() => StoreSnapshot.Read(folder).Jobs.Values.All(job => job.IsEnded));
        await app.StopAsync();
        _ledger.Report(_course.End(StoreSnapshot.Read(folder), _ledger.Sendings));
    }

    private void Check()
    {
        var account = new Account
        {
            Sendings = _ledger.Sendings,
            Shown = _ledger.Shown,
            Store = _course.Last!,
            Interrupted = _course.Interrupted,
            Found = _course.Found,
            MaxAttempts = new JobOptions().MaxAttempts,
        };
        _ledger.Report(account.Check());
        if (_ledger.Faults.Count == 0)
        {
            _ledger.Report(Aim.Of(_course, _ledger.Sendings).Faults());
        }
    }

    private void Tell()
    {
        var jobs = _course.Last?.Jobs.Values.ToList() ?? [];
        var sendings = _ledger.Sendings;
        var aim = Aim.Of(_course, sendings);
        Console.WriteLine($"""
            seed {seed}: {_course.Kills} kills, {Senders} senders
            kills that hit a running job {aim.HitRunning}, an accept in flight {aim.HitAccepting}
            jobs whose 202 was cut off {_course.Untold.Count}, of which {aim.FoundAgain} were told to a repeat
            sent {sendings.Count}, acknowledged {sendings.Count(sending => sending.Job != null)}, jobs {jobs.Count}
            told that the job was there before {aim.Replayed}, sent beside another with the key {aim.Parallel}, keys misused {aim.Misused}
            interrupted {_course.Interrupted.Count}, of which {aim.InterruptedKeyless} without a key
            begun more than once {jobs.Count(job => job.Attempts > 1)}
            succeeded {jobs.Count(job => job.State == JobState.Succeeded)}, unknown {jobs.Count(job => job.State == JobState.Failed)}
            the first interrupted job was claimed {_slowestClaim.TotalSeconds:0.00} s after the start of the process at most
            faults {_ledger.Faults.Count}
            """);
        foreach (var fault in _ledger.Faults.Take(MostFaultsTold))
        {
            Console.WriteLine(fault);
        }
    }
}
