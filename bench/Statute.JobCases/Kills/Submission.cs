namespace Statute.JobCases.Kills;

/// <summary>A request, as it is sent once or more often.</summary>
internal sealed record Submission
{
    /// <summary>The item that it counts.</summary>
    internal required string Item { get; init; }

    /// <summary>
    /// Stands in the target, and so beside the job in the store: what was sent is known there also where no answer came. One that is sent
    /// again with its key has the same.
    /// </summary>
    internal required string Tag { get; init; }

    /// <summary>The Idempotency-Key that it is sent with; null for none. With one it may be sent again.</summary>
    internal string? Key { get; init; }

    /// <summary>Whether another request was accepted with its key: it is to be refused, and to make no job.</summary>
    internal bool MisusesKey { get; init; }

    internal string Target => $"/items/{Item}/count?{StoreSnapshot.TagName}={Tag}";

    /// <summary>Another request with the key of this one.</summary>
    internal Submission Misuse(string tag) => new() { Item = $"{Item}-misused", Tag = tag, Key = Key, MisusesKey = true };

    public override string ToString() => $"{Target} {(Key == null ? "without a key" : $"with the key {Key}")}";
}
