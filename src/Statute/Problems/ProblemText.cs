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
        ProblemType.ContentLengthOverLimit => new(
            "The declared length of the content is over the limit, so that it was not read.",
            "Send less at a time.",
            "RFC 9110, section 15.5.14"),
    };
}
