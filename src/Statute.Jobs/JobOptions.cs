using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Statute.Jobs.Accepting;
using Statute.Jobs.Stores.Sqlite;

namespace Statute.Jobs;

/// <summary>
/// How asynchronous requests are kept and run. Bound to the configuration section <c>Statute:Jobs</c>, then set by code, checked at start.
/// </summary>
public sealed class JobOptions
{
    /// <summary>The name of the configuration section that the options are bound to.</summary>
    public const string SectionName = "Statute:Jobs";

    /// <summary>
    /// The SQLite file that jobs are kept in; it is made where there is none. Relative to the content root. Default: <c>jobs.db</c>.
    /// </summary>
    public string File { get; set; } = "jobs.db";

    /// <summary>How that file uses the disk.</summary>
    public SqliteJobStoreOptions Sqlite { get; set; } = new();

    /// <summary>
    /// The largest content of a request that is stored, in bytes. More is refused with row 413. Default: 1,048,576 (1 MiB); at most 64 MiB.
    /// </summary>
    public long MaxStoredContent { get; set; } = 1024 * 1024;

    /// <summary>
    /// The largest content of an answer that is stored, in bytes. A job whose answer is larger ends as Failed with row 500. Default:
    /// 16,777,216 (16 MiB); at most 256 MiB.
    /// </summary>
    public long MaxStoredAnswer { get; set; } = 16 * 1024 * 1024;

    /// <summary>How many jobs run at a time. Default: 16; 1 to 1,000.</summary>
    public int MaxRunning { get; set; } = 16;

    /// <summary>
    /// For how long a job belongs to the process that runs it without being renewed, which happens three times as often. Beyond, it is
    /// begun again elsewhere, where it may be. Default: 15 seconds; 1 second to 1 hour.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How often a job is begun at most, where each time the process has died, or stood still, under it. It ends as Failed then. Default:
    /// 5; 1 to 100.
    /// </summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>For how long a job can be read after its end, and its key is known. Default: 7 days; at least 24 hours.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How long running jobs are waited for when the application stops, before they are canceled. It has to leave room in the host's own
    /// <c>ShutdownTimeout</c> (30 seconds). Default: 10 seconds; up to 1 hour.
    /// </summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Names (RFC 9110, 5.1) of request fields that are not stored with a job, besides Authorization, Proxy-Authorization and Cookie: those
    /// in which credentials come. Schemes that read one say again in the job what they said; a filter that reads one finds none there, and
    /// a handler's parameter that does stops the start. Default: <c>X-Api-Key</c>, <c>Api-Key</c> and <c>X-Auth-Token</c>; the
    /// configuration adds to them.
    /// </summary>
    public IList<string> UnstoredFields { get; } = ["X-Api-Key", "Api-Key", "X-Auth-Token"];

    /// <summary>
    /// Names the creator of a job, who alone may see it; null where anybody may who knows its id. Default: the subject or name identifier,
    /// or else the name, each with its issuer (where that is the application itself, with the authentication type); null for an anonymous
    /// caller.
    /// </summary>
    public Func<ClaimsPrincipal, string?>? Owner { get; set; }

    internal string? OwnerOf(ClaimsPrincipal caller) => Owner is { } name ? name(caller) : CallerName.Of(caller);

    /// <summary>
    /// Asked before a job runs for what its creator is now: gets the principal as it was stored, and gives back the one that is authorized;
    /// null for nobody any more. Default: none. The roles of a user of the password file are looked up in any case.
    /// </summary>
    public Func<HttpContext, ClaimsPrincipal, ValueTask<ClaimsPrincipal?>>? Refresh { get; set; }
}
