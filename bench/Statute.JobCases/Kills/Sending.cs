namespace Statute.JobCases.Kills;

/// <summary>One sending of a request, and what came of it, as its sender knows it.</summary>
/// <param name="Submission">What was sent.</param>
/// <param name="Kills">How many kills there were before.</param>
/// <param name="Sent">Its place in the order of all that the senders have sent and received.</param>
internal sealed record Sending(Submission Submission, int Kills, long Sent)
{
    /// <summary>Where in that order it was over.</summary>
    internal long Ended { get; init; }

    /// <summary>What came back; null where the connection ended before, or was none.</summary>
    internal Reply? Reply { get; init; }

    internal string Tag => Submission.Tag;

    /// <summary>The id of the job that a 202 has told; null where none has come.</summary>
    internal string? Job => Reply is { Status: 202 } ? Reply.Job : null;

    /// <summary>Whether a 202 says that the job was there before.</summary>
    internal bool SaysReplayed => Job != null && Reply!.Replayed != null;

    /// <summary>What is not as it has to be, whatever else was sent; null for nothing.</summary>
    internal string? Fault => Reply switch
    {
        null => null,
        { Status: 202, Job: not null, Replayed: null or "true" } when !Submission.MisusesKey => null,
        { Status: 422, Problem: "key-reused", Replayed: null } when Submission.MisusesKey => null,
        _ => $"The request {Submission} was answered {Reply.Status}, replayed '{Reply.Replayed}': {Reply.Content}",
    };
}
