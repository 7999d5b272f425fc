namespace Statute;

/// <summary>
/// Everything that can be wrong with a request, in the order in which it is decided: of two problems the one that stands
/// higher here is answered. Cheap comes before dear, what never will pass before what may pass later, who you are before
/// what you send, header fields before content.
/// </summary>
public enum ProblemType
{
    /// <summary>The request's head is malformed or over a limit: target, fields, Host or Expect. Row 400.</summary>
    InvalidHead,

    /// <summary>The method token is not known to the service at all; tokens are case-sensitive. Row 501 (RFC 9110, 9.1).</summary>
    UnknownMethod,

    /// <summary>Nothing answers at this path. Row 404.</summary>
    NotFound,

    /// <summary>The path is served, but not for this method. Row 405, with Allow (RFC 9110, 15.5.6).</summary>
    MethodNotAllowed,

    /// <summary>The service behind this path has been withdrawn. Row 503, without Retry-After.</summary>
    Withdrawn,

    /// <summary>The function is declared, but not built. Row 501; decided from the head, or by a handler that says so.</summary>
    NotBuilt,

    /// <summary>Credentials are missing, malformed or wrong. Row 401, with WWW-Authenticate (RFC 9110, 11.6.1).</summary>
    Unauthorized,

    /// <summary>The caller is known and not allowed to do this. Row 403.</summary>
    Forbidden,

    /// <summary>The content's media type is missing or not one of those accepted. Row 415, with Accept (RFC 9110, 15.5.16).</summary>
    UnsupportedMediaType,

    /// <summary>The content's coding is not one of those accepted. Row 415, with Accept-Encoding (RFC 9110, 12.5.3).</summary>
    UnsupportedContentCoding,

    /// <summary>A path, query or header parameter is missing, or cannot be read as its type. Row 400.</summary>
    InvalidParameter,

    /// <summary>The declared length of the content is over the limit. Row 413, without Retry-After.</summary>
    ContentLengthOverLimit,

    /// <summary>The content would fit, but not beside what is being received now. Row 413, with Retry-After (RFC 9110, 15.5.14).</summary>
    ContentOverBudget,

    /// <summary>The content turned out to be over the limit while it was read. Row 413, without Retry-After.</summary>
    ContentOverLimit,

    /// <summary>The content stopped arriving, or its framing broke. Row 400; the connection is closed.</summary>
    IncompleteContent,

    /// <summary>The content is not what its media type says. Row 400, with line and byte position where it is JSON.</summary>
    MalformedContent,

    /// <summary>Content or parameters can be read, and break a constraint. Row 422, with a pointer for each fault.</summary>
    InvalidContent,

    /// <summary>The Idempotency-Key belongs to another request. Row 422.</summary>
    KeyReused,

    /// <summary>A job that has not ended works on the same target. Row 409.</summary>
    InProgress,

    /// <summary>There is no room now to keep the request until it is done. Row 503, with Retry-After.</summary>
    StorageFull,

    /// <summary>The path is served, and what it names is not there. Row 404.</summary>
    ResourceNotFound,

    /// <summary>What was to be created exists already: a unique key is taken. Row 409.</summary>
    AlreadyExists,

    /// <summary>Somebody else has changed the resource in the meantime. Row 409, with its current ETag where it has one.</summary>
    EditConflict,

    /// <summary>What the path names is not in a state in which this can be done. Row 409.</summary>
    StateConflict,

    /// <summary>A job was interrupted, and may not be begun again: nobody knows whether it had its effect. Row 500.</summary>
    OutcomeUnknown,

    /// <summary>Something failed that is no fault of the request. Row 500; the log has the incident.</summary>
    UnexpectedError,
}
