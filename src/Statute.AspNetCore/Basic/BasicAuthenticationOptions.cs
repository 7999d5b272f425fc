using Microsoft.AspNetCore.Authentication;

namespace Statute.AspNetCore.Basic;

/// <summary>Options of Basic authentication over a password file. They are checked, the file included, when the host starts.</summary>
public sealed class BasicAuthenticationOptions : AuthenticationSchemeOptions
{
    /// <summary>
    /// The users: a file as <see cref="Basic.PasswordFile"/> describes it. A relative path starts at the content root.
    /// Required. The file is looked at before each sign-in and read again when its time or length has changed; if it has
    /// faults then, the users before the change stay and one error is logged.
    /// </summary>
    public string? PasswordFile { get; set; }

    /// <summary>
    /// The realm of the challenge (RFC 9110, 11.5): tells people which password is asked for. Printable ASCII. The default is
    /// the application's name, or <c>api</c> where that cannot be used.
    /// </summary>
    public string? Realm { get; set; }

    /// <summary>
    /// How long a correct password is not hashed again, as long as the file stays the same. Default 60 seconds; zero turns
    /// this off. What is kept is a keyed hash in memory, never the password. A wrong password is never remembered.
    /// </summary>
    public TimeSpan CacheFor { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many correct passwords are remembered at once; the oldest makes place. Default 1,000.</summary>
    public int MaxCached { get; set; } = 1000;

    /// <summary>
    /// How many passwords are hashed at the same time; other sign-ins wait their turn. At least 1; default: the number of
    /// processors.
    /// </summary>
    public int MaxConcurrentChecks { get; set; } = Environment.ProcessorCount;

    // Made from the above when the options are complete, once for each scheme.
    internal CredentialCheck? Check { get; set; }

    internal string Challenge { get; set; } = "";
}
