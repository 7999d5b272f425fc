namespace Statute.Jobs.Stores;

/// <summary>A request that is to be accepted.</summary>
public sealed record NewJob
{
    /// <summary>Its public name, chosen by the caller.</summary>
    public required JobId Id { get; init; }

    /// <summary>See <see cref="Job.Owner"/>.</summary>
    public string? Owner { get; init; }

    /// <summary>See <see cref="Job.Operation"/>.</summary>
    public required string Operation { get; init; }

    /// <summary>See <see cref="Job.Target"/>.</summary>
    public required string Target { get; init; }

    /// <summary>The request and who sent it, as bytes that a store does not look into.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    /// <summary>The Idempotency-Key that it came with, or null.</summary>
    public JobKey? Key { get; init; }

    /// <summary>What no two jobs may work on at a time: a second one is accepted when the first has ended. Null for nothing.</summary>
    public string? Exclusive { get; init; }
}
