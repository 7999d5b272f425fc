namespace Statute.JobCases.Kills;

/// <summary>
/// Whether answers say rightly that their job was there before (Idempotent-Replayed), as far as a sender can know: of an answer that was
/// lost nobody knows what it said.
/// </summary>
/// <param name="found">Each job, and after how many kills it was there first.</param>
internal sealed class Replays(IReadOnlyDictionary<string, int> found)
{
    /// <returns>What is not as promised.</returns>
    internal IEnumerable<string> Faults(IReadOnlyList<Sending> sendings) => sendings
        .Where(sending => !sending.Submission.MisusesKey)
        .GroupBy(sending => sending.Tag)
        .SelectMany(request => FaultsOf([.. request]));

    private IEnumerable<string> FaultsOf(IReadOnlyList<Sending> sendings)
    {
        var makers = sendings.Where(sending => sending.Job != null && !sending.SaysReplayed).ToList();
        if (makers.Count > 1)
        {
            yield return $"{makers.Count} answers to {makers[0].Submission} do not say that the job was there before.";
        }

        foreach (var maker in makers.Where(maker => IsLate(maker, sendings)))
        {
            yield return $"The answer to {maker.Submission} does not say that the job was there before, and it was.";
        }

        foreach (var replay in sendings.Where(sending => sending.SaysReplayed && !IsRepeat(sending, sendings)))
        {
            yield return $"The answer to {replay.Submission} says that the job was there before, and nobody can have made it.";
        }
    }

    // The job was told, or stood in the file, before it was sent.
    private bool IsLate(Sending maker, IReadOnlyList<Sending> sendings) =>
        sendings.Any(other => other.Job != null && other.Ended < maker.Sent)
        || (found.TryGetValue(maker.Job!, out var kills) && kills <= maker.Kills);

    private static bool IsRepeat(Sending replay, IReadOnlyList<Sending> sendings) =>
        sendings.Any(other => other != replay && !other.SaysReplayed && other.Sent < replay.Ended);
}
