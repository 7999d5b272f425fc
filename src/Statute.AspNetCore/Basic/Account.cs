namespace Statute.AspNetCore.Basic;

// A class and not a record: a record's ToString would print the hash.
internal sealed class Account(BasicUser user, string hash, int line, bool isDecoy)
{
    public BasicUser User { get; } = user;

    public string Hash { get; } = hash;

    // One-based, as editors count.
    public int Line { get; } = line;

    // A decoy stands in for a name that is not in the file: it costs the same check, and never passes it.
    public bool IsDecoy { get; } = isDecoy;
}
