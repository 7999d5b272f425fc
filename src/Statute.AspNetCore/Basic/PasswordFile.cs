using Microsoft.AspNetCore.Identity;

namespace Statute.AspNetCore.Basic;

/// <summary>
/// The users that may sign in by Basic authentication (RFC 7617): a UTF-8 text file, one user a line, <c>name:roles:hash</c>.
/// Roles are separated by commas and may be empty; the hash is that of ASP.NET's <see cref="PasswordHasher{TUser}"/>; blank
/// lines and lines that begin with <c>#</c> are left alone. A server that uses the file sees a change at the next request.
/// </summary>
public sealed class PasswordFile
{
    // Writers of one process wait for each other. Those of two processes do not: the later rename wins.
    private static readonly Lock Writing = new();

    private PasswordFile(List<Account> accounts)
    {
        Accounts = accounts;
        Users = accounts.ConvertAll(account => account.User);
    }

    /// <summary>The users in the order of the file.</summary>
    public IReadOnlyList<BasicUser> Users { get; }

    internal List<Account> Accounts { get; }

    /// <summary>Reads a file whole.</summary>
    /// <param name="path">The file; a relative path starts at the current folder.</param>
    /// <exception cref="PasswordFileException">The file has faults; all of them are listed.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static PasswordFile Load(string path) => new(PasswordFileReader.Read(path, File.ReadAllBytes(path)));

    /// <summary>
    /// Adds a user, or changes the password of one. The file is replaced in one step (a new file beside it, flushed to the
    /// disk, then renamed), so a reader sees the old users or the new ones. An existing file keeps its permissions, comments
    /// and order; a new one can be read by its owner only (0600, on Unix). The owner of the file becomes the one who writes.
    /// </summary>
    /// <param name="path">The file; it is made if it does not exist, its folder is not. A link is followed.</param>
    /// <param name="name">Any text without a colon or control characters that does not begin with <c>#</c>.</param>
    /// <param name="password">Any text without control characters, at least one character.</param>
    /// <param name="roles">The roles; <see langword="null"/> keeps those of an existing user and gives none to a new one.</param>
    /// <returns><see langword="true"/> if the user is new.</returns>
    /// <exception cref="ArgumentException">The name, the password or a role is not one that could be used.</exception>
    /// <exception cref="PasswordFileException">The file has faults; it is left as it is.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public static bool Set(string path, string name, string password, IEnumerable<string>? roles = null)
    {
        name = WriterRules.Name(name);
        password = WriterRules.Password(password);
        var given = roles is null ? null : WriterRules.Roles(roles);
        var hash = new PasswordHasher<BasicUser>().HashPassword(new BasicUser(name, given ?? []), password);
        lock (Writing)
        {
            var text = PasswordFileText.Open(path, mustExist: false);
            var isNew = text.Set(name, given, hash);
            AtomicFile.Replace(path, text.ToBytes());
            return isNew;
        }
    }

    /// <summary>Removes a user; the rest of the file stays as it is. Written as <see cref="Set"/> does.</summary>
    /// <param name="path">The file. A link is followed.</param>
    /// <param name="name">The user's name.</param>
    /// <returns><see langword="false"/> if there is no such user; the file is not written then.</returns>
    /// <exception cref="PasswordFileException">The file has faults; it is left as it is.</exception>
    /// <exception cref="IOException">The file is missing, or cannot be read or written.</exception>
    public static bool Remove(string path, string name)
    {
        name = WriterRules.Name(name);
        lock (Writing)
        {
            var text = PasswordFileText.Open(path, mustExist: true);
            if (!text.Remove(name))
            {
                return false;
            }

            AtomicFile.Replace(path, text.ToBytes());
            return true;
        }
    }
}
