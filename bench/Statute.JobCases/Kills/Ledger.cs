namespace Statute.JobCases.Kills;

/// <summary>What the senders know: the client's side of the account.</summary>
internal sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly List<Submission> _acknowledged = [];
    private readonly HashSet<string> _sent = [];
    private readonly List<string> _faults = [];
    private int _sending;
    private int _unanswered;

    /// <summary>Those whose 202 has come.</summary>
    internal IReadOnlyList<Submission> Acknowledged
    {
        get
        {
            lock (_gate)
            {
                return [.. _acknowledged];
            }
        }
    }

    /// <summary>The tags of all that was sent, whatever became of it.</summary>
    internal IReadOnlySet<string> Sent
    {
        get
        {
            lock (_gate)
            {
                return _sent.ToHashSet();
            }
        }
    }

    /// <summary>How many those are.</summary>
    internal int Answered
    {
        get
        {
            lock (_gate)
            {
                return _acknowledged.Count;
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

    /// <summary>How many requests were given no 202.</summary>
    internal int Unanswered => Volatile.Read(ref _unanswered);

    internal void Send(Submission submission)
    {
        lock (_gate)
        {
            _sent.Add(submission.Tag);
            _sending++;
        }
    }

    /// <param name="submission">What was sent.</param>
    /// <param name="job">The id that the answer has told.</param>
    internal void Answer(Submission submission, string job)
    {
        lock (_gate)
        {
            submission.Job = job;
            _acknowledged.Add(submission);
            _sending--;
        }
    }

    internal void GiveUp()
    {
        lock (_gate)
        {
            _unanswered++;
            _sending--;
        }
    }

    internal void Report(string fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }
    }
}
