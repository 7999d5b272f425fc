namespace Statute.AspNetCore.Basic;

/// <summary>A class and not a record: a record's ToString would print the hash.</summary>
internal sealed class Account(BasicUser user, string hash, int line, bool isDecoy)
{
    public BasicUser User { get; } = user;

    public string Hash { get; } = hash;

    // One-based, as editors count.
    public int Line { get; } = line;

    // A decoy stands in for a name that is not in the file: it costs the same check, and never passes it.
    public bool IsDecoy { get; } = isDecoy;
}
