namespace Statute.Jobs.Stores.Sqlite;

/// <summary>How a <see cref="SqliteJobStore"/> uses its disk.</summary>
public sealed record SqliteJobStoreOptions
{
    private const long SmallestReserve = 256 * 1024;

    /// <summary>
    /// How many bytes are kept for a full disk, in a file beside the store (<c>-ballast</c>): with them jobs are finished, canceled,
    /// forgotten and swept while there is no room for new ones. 16 MiB by default, at least 256 KiB. The log of changes (<c>-wal</c>) grows
    /// to about half of it.
    /// </summary>
    public long Reserve { get; init; } = 16 * 1024 * 1024;

    /// <summary>What is wrong with them, or null.</summary>
    internal string? Fault => Reserve >= SmallestReserve
        ? null
        : $"{nameof(Reserve)} is {Reserve} bytes; it must be {SmallestReserve} or more.";

    internal SqliteJobStoreOptions Checked() =>
        Fault is { } fault ? throw new ArgumentOutOfRangeException(nameof(Reserve), Reserve, fault) : this;
}
