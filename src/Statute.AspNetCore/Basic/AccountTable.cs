namespace Statute.AspNetCore.Basic;

/// <summary>
/// One reading of the password file with the successes found under it; a change of the file replaces both together.
/// </summary>
internal sealed class AccountTable
{
    private readonly Dictionary<string, Account> _byName = new(StringComparer.Ordinal);
    private readonly Account[] _decoys;

    public AccountTable(List<Account> accounts, SuccessCache successes)
    {
        Successes = successes;
        _decoys = new Account[accounts.Count];
        for (var i = 0; i < accounts.Count; i++)
        {
            var account = accounts[i];
            _byName.Add(account.User.Name, account);
            _decoys[i] = new Account(account.User, HashFormat.Decoy(account.Hash), account.Line, isDecoy: true);
        }
    }

    public SuccessCache Successes { get; }

    public int Count => _decoys.Length;

    /// <summary>The user of this name; null for none, which takes less time to tell: only for names that were checked before.</summary>
    public BasicUser? FindUser(string name) => _byName.GetValueOrDefault(name)?.User;

    /// <summary>The account of this name or a decoy; null only when the file has no users, and nothing to conceal.</summary>
    public Account? Find(string name)
    {
        if (_byName.TryGetValue(name, out var account))
        {
            return account;
        }

        // Hashes in one file may differ in cost. A stranger's name costs what the account at its place costs, each time the
        // same, as a known name does.
        return _decoys.Length == 0 ? null : _decoys[SuccessKey.IndexFor(name, _decoys.Length)];
    }
}
