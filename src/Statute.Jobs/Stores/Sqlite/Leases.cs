namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// Who works on what, and until when. It is kept in memory only: a process that dies takes its claims with it, so that they are free at
/// once when the store is opened again. That a claim is the latest one is decided by its fence, in the file.
/// </summary>
internal sealed class Leases : IDisposable
{
    // A timer takes no time without end; one that comes too early is set again.
    private static readonly TimeSpan MostDue = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<JobId, Lease> _leases = [];
    private readonly StoreClock _clock;
    private readonly ITimer _timer;
    private TimeSpan _armedFor = TimeSpan.MaxValue;

    /// <param name="clock">The clock that leases run out by.</param>
    /// <param name="ranOut">Is told when one has.</param>
    internal Leases(StoreClock clock, Action ranOut)
    {
        _clock = clock;
        _timer = clock.Provider.CreateTimer(_ => { if (Rearm()) { ranOut(); } }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether a job may be claimed although it is running.</summary>
    internal bool AnyRanOut => RanOut().Count > 0;

    /// <summary>Notes a claim.</summary>
    /// <param name="row">The job as it is under the claim.</param>
    /// <param name="lease">For how long it holds; zero or less for the claim of a process that is gone.</param>
    internal void Add(JobRow row, TimeSpan lease)
    {
        lock (_gate)
        {
            var until = _clock.Elapsed + lease;
            _leases[row.Job.Id] = new(row.Seq, row.Fence, until, row.Job.CancelRequestedAt != null);
            ArmFor(until);
        }
    }

    internal JobLease Renew(JobClaim claim, TimeSpan lease)
    {
        lock (_gate)
        {
            if (!_leases.TryGetValue(claim.Id, out var held) || held.Fence != claim.Fence)
            {
                return JobLease.Lost;
            }

            _leases[claim.Id] = held with { Until = _clock.Elapsed + lease };
            ArmFor(_clock.Elapsed + lease);
            return held.CancelRequested ? JobLease.CancelRequested : JobLease.Held;
        }
    }

    /// <summary>Tells the worker at its next heartbeat.</summary>
    internal void RequestCancel(JobId id)
    {
        lock (_gate)
        {
            if (_leases.TryGetValue(id, out var held))
            {
                _leases[id] = held with { CancelRequested = true };
            }
        }
    }

    internal void Remove(JobId id)
    {
        lock (_gate)
        {
            _leases.Remove(id);
        }
    }

    /// <summary>The leases that have run out, by the age of their jobs.</summary>
    internal List<(JobId Id, Lease Lease)> RanOut()
    {
        lock (_gate)
        {
            var now = _clock.Elapsed;
            return [.. from held in _leases where held.Value.Until <= now orderby held.Value.Seq select (held.Key, held.Value)];
        }
    }

    public void Dispose() => _timer.Dispose();

    private void ArmFor(TimeSpan until)
    {
        if (until < _armedFor)
        {
            _armedFor = until;
            var due = until - _clock.Elapsed;
            _timer.Change(due < TimeSpan.Zero ? TimeSpan.Zero : due < MostDue ? due : MostDue, Timeout.InfiniteTimeSpan);
        }
    }

    // Heartbeats do not move the timer: where it comes too early for that reason, it is set again.
    private bool Rearm()
    {
        lock (_gate)
        {
            _armedFor = TimeSpan.MaxValue;
            var now = _clock.Elapsed;
            var ranOut = false;
            var next = TimeSpan.MaxValue;
            foreach (var lease in _leases.Values)
            {
                ranOut |= lease.Until <= now;
                next = lease.Until > now && lease.Until < next ? lease.Until : next;
            }

            ArmFor(next);
            return ranOut;
        }
    }

    /// <summary>The claim of one job.</summary>
    /// <param name="Seq">The row of the job.</param>
    /// <param name="Fence">The claim's.</param>
    /// <param name="Until">When it runs out, by the time since the store was opened.</param>
    /// <param name="CancelRequested">Whether the worker is to be told.</param>
    internal readonly record struct Lease(long Seq, long Fence, TimeSpan Until, bool CancelRequested);
}
