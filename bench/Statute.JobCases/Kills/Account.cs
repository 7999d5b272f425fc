using Statute.Jobs;

namespace Statute.JobCases.Kills;

/// <summary>The last comparison, when everything has ended: of what the clients know, what was recorded, and what was done.</summary>
internal sealed class Account(Ledger ledger, StoreSnapshot store, IReadOnlySet<string> interrupted)
{
    internal void Check()
    {
        CheckAcknowledged();
        CheckKeys();
        CheckOutcomes();
        CheckEffects();
    }

    // None lost, and a job is one sender's.
    private void CheckAcknowledged()
    {
        foreach (var one in ledger.Acknowledged)
        {
            Demand(store.Jobs.TryGetValue(one.Job!, out var job) && job.IsEnded, $"the acknowledged job {one.Job} has ended");
        }

        foreach (var told in ledger.Acknowledged.GroupBy(one => one.Job))
        {
            Demand(told.Select(one => one.Tag).Distinct().Count() == 1, $"the job {told.Key} was told for one request");
        }
    }

    // However often a request was sent with its key, answered or not, and one without a key at all: it has one job.
    private void CheckKeys()
    {
        var sent = ledger.Sent;
        foreach (var jobs in store.Jobs.GroupBy(job => job.Value.Tag, job => job.Key))
        {
            Demand(jobs.Count() == 1, $"the request {jobs.Key} has one job, not {string.Join(", ", jobs)}");
            Demand(sent.Contains(jobs.Key), $"the request {jobs.Key} of the job {jobs.First()} was sent");
        }

        foreach (var one in ledger.Acknowledged.Where(one => store.Jobs.ContainsKey(one.Job!)))
        {
            Demand(store.Jobs[one.Job!].Tag == one.Tag, $"the job {one.Job} that was told for the request {one.Tag} is its own");
        }
    }

    private void CheckOutcomes()
    {
        foreach (var (id, job) in store.Jobs)
        {
            var begun = store.Begun.GetValueOrDefault(id, []);
            Demand(job.State is JobState.Succeeded or JobState.Failed, $"the job {id} has succeeded or failed, not {job.State}");
            Demand(job.State != JobState.Succeeded || job.Status == 200, $"the job {id} that has succeeded has the code 200");
            Demand(job.State != JobState.Failed || (job.Status == 500 && interrupted.Contains(id)), $"the failed job {id} was interrupted");
            Demand(begun.Select(one => one.Attempt).Distinct().Count() == begun.Count, $"no attempt at the job {id} was begun twice");
            Demand(begun.Count <= job.Attempts, $"the attempts at the job {id} were counted before they began");
        }
    }

    private void CheckEffects()
    {
        foreach (var (id, job) in store.Jobs.Where(job => job.Value.State == JobState.Succeeded))
        {
            Demand(store.Counted.ContainsKey(id), $"the job {id} that has succeeded has counted");
        }

        foreach (var id in store.Counted.Keys)
        {
            Demand(store.Begun.ContainsKey(id) && store.Jobs.ContainsKey(id), $"the job {id} that has counted was accepted and begun");
        }

        foreach (var keyless in ledger.Acknowledged.Where(one => one.Key == null))
        {
            var begun = store.Begun.GetValueOrDefault(keyless.Job!, []).Count;
            Demand(begun <= 1, $"the job {keyless.Job} without a key was begun once at most");
        }

        foreach (var one in ledger.Acknowledged.Where(one => store.Counted.ContainsKey(one.Job!)))
        {
            Demand(store.Counted[one.Job!] == one.Item, $"the job {one.Job} has counted what was asked for");
        }

        foreach (var (item, count) in store.Items)
        {
            Demand(count == store.Counted.Values.Count(counted => counted == item), $"{item} was counted once for each job");
        }
    }

    private void Demand(bool isTrue, string statement)
    {
        if (!isTrue)
        {
            ledger.Report($"Not true: {statement}.");
        }
    }
}
