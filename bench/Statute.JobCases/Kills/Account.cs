using Statute.Jobs;

namespace Statute.JobCases.Kills;

/// <summary>The last comparison, when everything has ended: of what the clients know, what was recorded, and what was done.</summary>
internal sealed class Account
{
    private readonly List<string> _faults = [];

    internal required IReadOnlyList<Sending> Sendings { get; init; }

    /// <summary>The states that monitors have shown.</summary>
    internal required IReadOnlyList<(string Job, JobState State)> Shown { get; init; }

    internal required StoreSnapshot Store { get; init; }

    /// <summary>See <see cref="Course.Interrupted"/>.</summary>
    internal required IReadOnlySet<string> Interrupted { get; init; }

    /// <summary>See <see cref="Course.Found"/>.</summary>
    internal required IReadOnlyDictionary<string, int> Found { get; init; }

    /// <summary>How often a job that may be repeated is begun before it is given up.</summary>
    internal required int MaxAttempts { get; init; }

    /// <returns>What is not as promised.</returns>
    internal IReadOnlyList<string> Check()
    {
        _faults.Clear();
        var submissions = Sendings.Select(sending => sending.Submission).Distinct().ToDictionary(submission => submission.Tag);
        CheckAcknowledged();
        CheckRequests(submissions);
        CheckOutcomes();
        CheckAttempts(submissions);
        CheckEffects(submissions);
        _faults.AddRange(new Replays(Found).Faults(Sendings));
        return _faults;
    }

    // None lost, and what was told of one has stayed so.
    private void CheckAcknowledged()
    {
        foreach (var one in Sendings.Where(sending => sending.Job != null))
        {
            Demand(Store.Jobs.TryGetValue(one.Job!, out var job) && job.IsEnded, $"the acknowledged job {one.Job} has ended");
            Demand(job == null || job.Tag == one.Tag, $"the job {one.Job} that was told for {one.Submission} is its own");
        }

        foreach (var (id, state) in Shown.Where(shown => shown.State is not (JobState.NotStarted or JobState.Running)))
        {
            Demand(Store.Jobs.GetValueOrDefault(id)?.State == state, $"the job {id} has ended as {state}, as its monitor has shown");
        }
    }

    // However often a request was sent with its key, answered or not, and one without a key at all: it has one job.
    private void CheckRequests(Dictionary<string, Submission> submissions)
    {
        foreach (var jobs in Store.Jobs.GroupBy(job => job.Value.Tag))
        {
            var ids = string.Join(", ", jobs.Select(job => job.Key));
            var submission = submissions.GetValueOrDefault(jobs.Key);
            Demand(jobs.Count() == 1, $"the request {jobs.Key} has one job, not {ids}");
            Demand(submission != null, $"the request {jobs.Key} of the job {ids} was sent");
            Demand(
                submission == null || jobs.All(job => job.Value.Target == submission.Target),
                $"the job {ids} has the target of {submission}");
            Demand(submission is not { MisusesKey: true }, $"the request {submission} of another's key has no job");
        }
    }

    private void CheckOutcomes()
    {
        foreach (var (id, job) in Store.Jobs)
        {
            Demand(job.State is JobState.Succeeded or JobState.Failed, $"the job {id} has succeeded or failed, not {job.State}");
            Demand(job.State != JobState.Succeeded || job.Status == 200, $"the job {id} that has succeeded has the code 200");
            Demand(job.State != JobState.Failed || job.Status == 500, $"the job {id} that has failed has the code 500");
            Demand(job.State != JobState.Failed || Interrupted.Contains(id), $"the failed job {id} was interrupted");
        }
    }

    private void CheckAttempts(Dictionary<string, Submission> submissions)
    {
        foreach (var (id, job) in Store.Jobs)
        {
            var begun = Store.Begun.GetValueOrDefault(id, []);
            Demand(begun.Distinct().Count() == begun.Count, $"no attempt at the job {id} was begun twice");
            Demand(begun.All(attempt => attempt <= job.Attempts), $"the attempts at the job {id} were counted before they began");
            if (submissions.GetValueOrDefault(job.Tag) is { Key: null })
            {
                Demand(begun.Count <= 1, $"the job {id} without a key was begun once at most");
                Demand(job.State == JobState.Failed || !Interrupted.Contains(id), $"the interrupted job {id} without a key has failed");
            }
            else
            {
                Demand(job.State != JobState.Failed || job.Attempts == MaxAttempts, $"the failed job {id} with a key was begun again");
            }
        }
    }

    private void CheckEffects(Dictionary<string, Submission> submissions)
    {
        foreach (var (id, _) in Store.Jobs.Where(job => job.Value.State == JobState.Succeeded))
        {
            Demand(Store.Counted.ContainsKey(id), $"the job {id} that has succeeded has counted");
        }

        foreach (var (id, item) in Store.Counted)
        {
            var job = Store.Jobs.GetValueOrDefault(id);
            Demand(Store.Begun.ContainsKey(id) && job != null, $"the job {id} that has counted was accepted and begun");
            Demand(job == null || submissions.GetValueOrDefault(job.Tag)?.Item == item, $"the job {id} has counted what was asked for");
        }

        foreach (var item in Store.Items.Keys.Union(Store.Counted.Values))
        {
            var counted = Store.Counted.Values.Count(one => one == item);
            Demand(Store.Items.GetValueOrDefault(item) == counted, $"{item} was counted once for each job");
        }
    }

    private void Demand(bool isTrue, string statement)
    {
        if (!isTrue)
        {
            _faults.Add($"Not true: {statement}.");
        }
    }
}
