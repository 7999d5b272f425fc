using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Identity;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// Tells whether a name and a password belong together. A name that is not in the file walks the same road with a decoy, so
/// neither the answer nor the work tells which names exist.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Lives as long as the process, and its wait handle is never made.")]
internal sealed class CredentialCheck(AccountStore store, IPasswordHasher<BasicUser> hasher, int places)
{
    // Hashing is dear on purpose; without a bound a flood of wrong passwords takes every processor.
    private readonly SemaphoreSlim _places = new(places, places);

    public AccountStore Store { get; } = store;

    public ValueTask<BasicUser?> CheckAsync(BasicCredentials credentials, CancellationToken aborted)
    {
        var table = Store.Current();
        if (table.Find(credentials.Name) is not { } account)
        {
            return ValueTask.FromResult<BasicUser?>(null);
        }

        var known = table.Successes.Holds(SuccessKey.Of(credentials, account.Hash));
        return known ? ValueTask.FromResult<BasicUser?>(account.User) : WaitAndVerifyAsync(credentials, aborted);
    }

    private async ValueTask<BasicUser?> WaitAndVerifyAsync(BasicCredentials credentials, CancellationToken aborted)
    {
        await _places.WaitAsync(aborted);
        try
        {
            // Looked up again: while this request waited, the file may have changed or another may have found the answer.
            return Verify(credentials, Store.Current());
        }
        finally
        {
            _places.Release();
        }
    }

    private BasicUser? Verify(in BasicCredentials credentials, AccountTable table)
    {
        if (table.Find(credentials.Name) is not { } account)
        {
            return null;
        }

        var key = SuccessKey.Of(credentials, account.Hash);
        if (table.Successes.Holds(key))
        {
            return account.User;
        }

        var result = hasher.VerifyHashedPassword(account.User, account.Hash, credentials.Password);
        if (result == PasswordVerificationResult.Failed || account.IsDecoy)
        {
            return null;
        }

        table.Successes.Add(key);
        return account.User;
    }
}
