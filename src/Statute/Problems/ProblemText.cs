namespace Statute.Problems;

/// <summary>The words for each problem type: what its page says.</summary>
/// <param name="Happened">What happened, in a sentence.</param>
/// <param name="Cure">What the caller corrects.</param>
/// <param name="Source">Where the rule stands.</param>
internal sealed record ProblemText(string Happened, string Cure, string Source)
{
    /// <summary>The text in two sentences, where a request has nothing of its own to add.</summary>
    internal string Brief => $"{Happened} {Cure}";

    internal static ProblemText Of(ProblemType problem) => problem switch
    {
        ProblemType.InvalidHead => new(
            "The head of the request is malformed, or longer than the service accepts.",
            "Shorten the target or the fields, name the host once, and expect nothing but 100-continue.",
            "RFC 9112, sections 3 and 6.3; RFC 9110, sections 5.4 and 10.1.1"),
        ProblemType.UnknownMethod => new(
            "The service does not know the method for any path.",
            "Use a method of RFC 9110 or RFC 5789, in capitals: method tokens are case-sensitive.",
            "RFC 9110, section 9.1"),
        ProblemType.NotFound => new(
            "Nothing answers at this path.", "Check the path for spelling and case.", "RFC 9110, section 15.5.5"),
        ProblemType.MethodNotAllowed => new(
            "The path is served, but not for this method.",
            "Use one of the methods that the field Allow lists.",
            "RFC 9110, section 15.5.6"),
        ProblemType.Withdrawn => new(
            "The service behind this path has been withdrawn.", "Call another service; repeating the request does not help.", "the table"),
        ProblemType.NotBuilt => new(
            "The function is declared, but not built yet.", "Do without it until it is announced.", "the table; RFC 9110, section 15.6.2"),
        ProblemType.Unauthorized => new(
            "The credentials are missing, malformed or wrong.",
            "Check the user name and password, or what the field WWW-Authenticate asks for.",
            "RFC 9110, section 11.6.1"),
        ProblemType.Forbidden => new(
            "The caller is known, and the request is set to be denied to this caller.",
            "Ask for something else, or be given the right.",
            "RFC 9110, section 15.5.4"),
        ProblemType.UnsupportedMediaType => new(
            "The content has no media type, or one that is not accepted here.",
            "Send one of those that the field Accept lists; JSON is sent in UTF-8.",
            "RFC 9110, section 15.5.16; RFC 8259, section 8.1"),
        ProblemType.UnsupportedContentCoding => new(
            "The content is coded in a way that is not accepted here.",
            "Send it in one of the codings that the field Accept-Encoding lists; identity is: not coded at all.",
            "RFC 9110, sections 12.5.3 and 15.5.16"),
        ProblemType.InvalidParameter => new(
            "A parameter in the path, the query or the header fields is missing, or cannot be read.",
            "Correct each parameter that is listed under errors.",
            "the table; RFC 9110, section 15.5.1"),
        ProblemType.ContentLengthOverLimit => new(
            "The declared length of the content is over the limit, so that it was not read.",
            "Send less at a time.",
            "RFC 9110, section 15.5.14"),
        ProblemType.ContentOverBudget => new(
            "The service is receiving as much content as it can hold.",
            "Send the same request again after the time that the field Retry-After names.",
            "RFC 9110, section 15.5.14"),
        ProblemType.ContentOverLimit => new(
            "The content turned out to be over the limit while it was read.", "Send less at a time.", "RFC 9110, section 15.5.14"),
        ProblemType.IncompleteContent => new(
            "The content stopped arriving before its end, or its framing broke.",
            "Send the content whole, without long pauses.",
            "RFC 9112, section 8"),
        ProblemType.MalformedContent => new(
            "The content is not what its media type says.",
            "Correct the content where the answer points to.",
            "RFC 8259; RFC 7493, section 2"),
        ProblemType.InvalidContent => new(
            "The request can be read, but breaks a constraint of the operation.",
            "Correct each place that is listed under errors.",
            "RFC 9110, section 15.5.21"),
        ProblemType.KeyReused => new(
            "The field Idempotency-Key has a key that was used for another request.",
            "Send a new key with a new request, and the same content with the same key.",
            "the Internet draft draft-ietf-httpapi-idempotency-key-header-07, section 2.7"),
        ProblemType.InProgress => new(
            "A job that has not ended works on the same target, and only one may at a time.",
            "Wait for its end, or cancel it, and send the request then.",
            "RFC 9110, section 15.5.10"),
        ProblemType.StorageFull => new(
            "There is no room now to keep the request until it is done; nothing of it was kept.",
            "Send the same request again after the time that the field Retry-After names.",
            "RFC 9110, section 15.6.4"),
        ProblemType.ResourceNotFound => new(
            "The path is right, but what it names is not there.",
            "Check the identifiers in the path, or create the resource first.",
            "RFC 9110, section 15.5.5"),
        ProblemType.AlreadyExists => new(
            "What was to be created exists already.", "Use another key, or change what exists.", "RFC 9110, section 15.5.10"),
        ProblemType.EditConflict => new(
            "The resource was changed by somebody else in the meantime.",
            "Read it again, and make the change to what it is now.",
            "RFC 9110, sections 13.1.1 and 15.5.10"),
        ProblemType.StateConflict => new(
            "What the path names is not in a state in which this can be done.",
            "Read it, and ask for what is possible now.",
            "RFC 9110, section 15.5.10"),
        ProblemType.OutcomeUnknown => new(
            "The job was interrupted while it ran, and may not be begun again: it may have had its effect or not.",
            "Look at what it was to change before the request is sent again.",
            "RFC 9110, section 9.2.2"),
        ProblemType.UnexpectedError => new(
            "Something failed in the service; the request may be in order.",
            "Report the incident's id, the answer's instance, to the operator: it is in the log.",
            "RFC 9110, section 15.6.1"),
    };
}
