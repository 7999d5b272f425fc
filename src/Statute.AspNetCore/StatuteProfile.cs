namespace Statute.AspNetCore;

/// <summary>How closely an application, a group or an endpoint is held to the table.</summary>
public enum StatuteProfile
{
    /// <summary>
    /// Held: what is outside the table is folded into a row, and what the client has asked for (206, 304, 101) passes, as do redirects.
    /// </summary>
    Fold,

    /// <summary>Not a byte is changed; what is outside the table is logged and counted.</summary>
    Observe,

    /// <summary>
    /// Held, and what provokes 206, 304 and 101 is taken out of the request before anybody reads it. Redirects and the 204 of a CORS
    /// preflight still pass.
    /// </summary>
    Strict,
}
