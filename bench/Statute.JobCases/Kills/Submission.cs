namespace Statute.JobCases.Kills;

/// <summary>One request, as its sender knows it.</summary>
internal sealed class Submission
{
    /// <summary>The item that it counts.</summary>
    internal required string Item { get; init; }

    /// <summary>
    /// Stands in the target, and so beside the job in the store: what was sent is known there also where no answer came. One that is sent
    /// again with its key has the same.
    /// </summary>
    internal required string Tag { get; init; }

    /// <summary>The Idempotency-Key that it was sent with; null for none. With one it may be sent again.</summary>
    internal string? Key { get; init; }

    /// <summary>The id of the job, as the 202 has told it; null where none has come.</summary>
    internal string? Job { get; set; }

    /// <summary>The same request, to be sent once more.</summary>
    internal Submission Again() => new() { Item = Item, Tag = Tag, Key = Key };
}
