using Statute.Jobs;

namespace Statute.JobCases.Kills;

/// <summary>What the senders know, written down while they send: the client's side of the account.</summary>
internal sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly List<Sending> _sendings = [];
    private readonly List<(string Job, JobState State)> _shown = [];
    private readonly List<string> _faults = [];
    private long _events;
    private int _kills;
    private int _sending;
    private int _acknowledged;

    /// <summary>All that was sent and is over.</summary>
    internal IReadOnlyList<Sending> Sendings
    {
        get
        {
            lock (_gate)
            {
                return [.. _sendings];
            }
        }
    }

    /// <summary>The states that monitors have shown.</summary>
    internal IReadOnlyList<(string Job, JobState State)> Shown
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown];
            }
        }
    }

    /// <summary>What was not as promised.</summary>
    internal IReadOnlyList<string> Faults
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>How many requests are under way.</summary>
    internal int Sending => Volatile.Read(ref _sending);

    /// <summary>How many requests were given a 202.</summary>
    internal int Acknowledged => Volatile.Read(ref _acknowledged);

    internal Sending Send(Submission submission)
    {
        lock (_gate)
        {
            _sending++;
            return new(submission, _kills, ++_events);
        }
    }

    /// <param name="sending">What is over.</param>
    /// <param name="reply">What has come back; null for nothing.</param>
    internal Sending End(Sending sending, Reply? reply)
    {
        lock (_gate)
        {
            var ended = sending with { Ended = ++_events, Reply = reply };
            _sendings.Add(ended);
            _sending--;
            _acknowledged += ended.Job == null ? 0 : 1;
            if (ended.Fault is { } fault)
            {
                _faults.Add(fault);
            }

            return ended;
        }
    }

    internal void Show(string job, JobState state)
    {
        lock (_gate)
        {
            _shown.Add((job, state));
        }
    }

    /// <summary>Notes that a kill is over, and what was under way with it.</summary>
    internal void Kill()
    {
        lock (_gate)
        {
            _kills++;
        }
    }

    internal void Report(params IEnumerable<string> faults)
    {
        lock (_gate)
        {
            _faults.AddRange(faults);
        }
    }
}
