using Statute.Judging;
using Statute.Problems;

namespace Statute.AspNetCore;

/// <summary>
/// How Statute holds an application. Bound to the configuration section <c>Statute</c>, then set by code, checked at start.
/// </summary>
public sealed class StatuteOptions
{
    /// <summary>The name of the configuration section that the options are bound to.</summary>
    public const string SectionName = "Statute";

    /// <summary>The table that answers are held to. Default: the fourteen rows.</summary>
    public StatusTable Table { get; set; } = StatusTable.Default;

    /// <summary>
    /// How closely the application is held; a group or an endpoint may say otherwise. Default: <see cref="StatuteProfile.Fold"/>.
    /// </summary>
    public StatuteProfile Profile { get; set; }

    /// <summary>
    /// A file with a table of the same format as the built-in ones; it takes the place of <see cref="Table"/>. Relative to the
    /// content root, read once at start. Default: none.
    /// </summary>
    public string? TableFile { get; set; }

    /// <summary>
    /// The path below which the pages of the problem types stand, and with which each <c>type</c> begins. Default: <c>/problems</c>.
    /// </summary>
    public string ProblemPath { get; set; } = "/problems";

    /// <summary>
    /// What stands in front of <see cref="ProblemPath"/> in each <c>type</c>: an absolute http or https address without query, such as
    /// <c>https://api.example.com</c>. Default: none, so that <c>type</c> is a relative reference. It is never made from the Host field.
    /// </summary>
    public Uri? ProblemBase { get; set; }

    /// <summary>
    /// The shape of <c>errors</c> in refusals. Default: <see cref="ErrorShape.Pointers"/>; <see cref="ErrorShape.AspNet"/> keeps what
    /// clients of an existing service read.
    /// </summary>
    public ErrorShape Errors { get; set; }

    /// <summary>The longest request target, in characters as sent. Default: 8,192; at most 65,000.</summary>
    public int MaxTargetLength { get; set; } = 8_192;

    /// <summary>The largest number of header fields. Default: 100; at most 1,000.</summary>
    public int MaxFieldCount { get; set; } = 100;

    /// <summary>The largest sum of the lengths of all field names and values, in characters. Default: 32,768; at most 128,000.</summary>
    public int MaxFieldsLength { get; set; } = 32_768;

    /// <summary>
    /// The largest content in bytes where an endpoint sets no limit of its own (<c>[RequestSizeLimit]</c>). Default: none here, so that
    /// the server's own limit stands: 30,000,000 for Kestrel, and also where the server has none (TestServer).
    /// </summary>
    public long? MaxContentLength { get; set; }

    /// <summary>
    /// How many bytes of content may be held by all requests together. A request that would fit alone, but not now, is refused with
    /// 413 and Retry-After. An operation whose own limit is larger is not counted, unless it reads JSON: then this is its limit.
    /// Default: 268,435,456 (256 MiB).
    /// </summary>
    public long MaxContentInFlight { get; set; } = 256 * 1024 * 1024;

    /// <summary>
    /// After what time a client that was refused for want of room is asked to return; half as much again is added by chance, so that not
    /// all return at once, and whole seconds are told. Default: 2 seconds.
    /// </summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The exceptions of handlers that are answered with a row of their own. Default: all; remove what is not wanted.</summary>
    public ISet<KnownException> Translate { get; } = new HashSet<KnownException>(Enum.GetValues<KnownException>());

    /// <summary>
    /// How many bytes of unread content are read and dropped after a refusal, so that a client which reads nothing before it has sent
    /// everything (HttpClient on HTTP/1.1) still receives the answer. Default: 67,108,864 (64 MiB). Beyond, the connection is cut.
    /// </summary>
    public long DrainLength { get; set; } = 64 * 1024 * 1024;

    /// <summary>How long unread content is read and dropped after a refusal. Default: 30 seconds. Beyond, the connection is cut.</summary>
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many refusals may have their content dropped at a time; beyond, the server's own rule applies. Default: 256.</summary>
    public int MaxDrains { get; set; } = 256;

    /// <summary>
    /// Paths that Statute leaves alone, each with everything below it, such as <c>/health</c>, as they arrive: with the
    /// path base. Default: none. Hubs, health checks and gRPC services that are mapped as endpoints are left alone without being named
    /// here; the path of <c>UseHealthChecks</c>, which maps no endpoint, has to be named.
    /// </summary>
    public IList<string> Except { get; } = [];

    /// <summary>
    /// A password file (<c>name:roles:hash</c>, one user a line) for a check of user name and password, used where the application
    /// registers no authentication scheme of its own. Relative to the content root. Default: none.
    /// </summary>
    public string? PasswordFile { get; set; }

    /// <summary>The realm that the password check names in WWW-Authenticate. Default: the application's name.</summary>
    public string? Realm { get; set; }

    /// <summary>What was found wrong with the configuration section when it was read.</summary>
    internal IReadOnlyList<string> ConfigurationFaults { get; set; } = [];

    /// <summary>What was found wrong with <see cref="TableFile"/> when it was read.</summary>
    internal IReadOnlyList<string> TableFaults { get; set; } = [];

    internal HeadLimits HeadLimits => new(MaxTargetLength, MaxFieldCount, MaxFieldsLength);

    /// <summary>The reference that stands in <c>type</c> and leads to a page.</summary>
    internal string TypeOf(string name) => $"{ProblemBase?.AbsoluteUri.TrimEnd('/')}{ProblemPath}/{name}";
}
