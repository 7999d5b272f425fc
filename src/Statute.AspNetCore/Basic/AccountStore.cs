using Microsoft.Extensions.Logging;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// Holds the users of one file and follows its changes. It looks at the file on each sign-in: a watcher would be late, and is
/// blind on network file systems and mounted secrets.
/// </summary>
internal sealed class AccountStore(string path, Func<SuccessCache> newCache, ILogger logger)
{
    private readonly Lock _loading = new();
    private volatile Reading? _reading;
    private FileStamp? _complained;

    /// <summary>The first reading. Throws what <see cref="PasswordFile.Load"/> throws.</summary>
    public void Load()
    {
        lock (_loading)
        {
            _reading = Read(FileStamp.Of(path));
        }
    }

    public AccountTable Current()
    {
        if (_reading is null)
        {
            Load();
        }

        var reading = _reading!;
        var stamp = FileStamp.Of(path);
        return reading.Stamp == stamp ? reading.Table : Reload(stamp);
    }

    private AccountTable Reload(FileStamp stamp)
    {
        lock (_loading)
        {
            var old = _reading!;
            // Another request has read this change already.
            if (old.Stamp == stamp)
            {
                return old.Table;
            }

            try
            {
                _reading = Read(stamp);
                _complained = null;
                Log.PasswordFileReloaded(logger, path, _reading.Table.Count);
            }
            catch (PasswordFileException fault)
            {
                // This content is judged; it is not read again before it changes.
                _reading = old with { Stamp = stamp };
                Complain(stamp, fault.Message);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // A file that cannot be read is tried again at each sign-in: a change of its permissions leaves no other trace.
                _reading = old with { Stamp = FileStamp.None };
                Complain(stamp, fault.Message);
            }

            return _reading!.Table;
        }
    }

    // The stamp is older than the content: a change in between is seen as one more change, and not lost.
    private Reading Read(FileStamp stamp) => new(stamp, new AccountTable(PasswordFile.Load(path).Accounts, newCache()));

    private void Complain(FileStamp stamp, string fault)
    {
        if (_complained == stamp)
        {
            return;
        }

        _complained = stamp;
        Log.PasswordFileRefused(logger, path, fault);
    }

    private sealed record Reading(FileStamp Stamp, AccountTable Table);
}
