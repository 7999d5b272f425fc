namespace Statute.Jobs.Stores;

/// <summary>An Idempotency-Key, in the form in which it is compared.</summary>
/// <param name="Scope">A hash (SHA-256) over who asked, the operation and the key: under one, one job is accepted.</param>
/// <param name="Fingerprint">A hash (SHA-256) over method, target, media type and content: under one key, one.</param>
public sealed record JobKey(ReadOnlyMemory<byte> Scope, ReadOnlyMemory<byte> Fingerprint);
