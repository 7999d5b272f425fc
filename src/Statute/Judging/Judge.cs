using Statute.Folding;
using Statute.Problems;

namespace Statute.Judging;

/// <summary>
/// The decisions, one method per stage. These methods are the only place where order stands: the checks of each follow the
/// order of <see cref="ProblemType"/>, and the stages follow one another. All of them are pure, synchronous, and allocate
/// nothing for a pass.
/// </summary>
public static class Judge
{
    /// <summary>The first stage: the head as a whole, the method, the path, and whether the operation is there to be called.</summary>
    public static Verdict Route(in RouteFacts facts)
    {
        if (facts.TargetLength > facts.Limits.TargetLength)
        {
            return InvalidHead(
                $"The request target has {facts.TargetLength} characters; the limit is {facts.Limits.TargetLength}. Shorten it.");
        }

        if (facts.FieldCount > facts.Limits.FieldCount)
        {
            return InvalidHead($"The request has {facts.FieldCount} header fields; the limit is {facts.Limits.FieldCount}. Send fewer.");
        }

        if (facts.FieldsLength > facts.Limits.FieldsLength)
        {
            return InvalidHead(
                $"The header fields have {facts.FieldsLength} characters together; the limit is {facts.Limits.FieldsLength}. Send less.");
        }

        if (facts.HostMissing)
        {
            return InvalidHead("The request names no host. Send the Host field with the name of the service.", "Host");
        }

        if (facts.FramedTwice)
        {
            return InvalidHead(
                "The content is framed by Content-Length and by Transfer-Encoding. Send one of the two.", "Transfer-Encoding");
        }

        if (!IsKnownExpectation(facts.Expect))
        {
            return InvalidHead(
                $"The expectation {Quoted.Of(facts.Expect!)} is not known; only 100-continue is. Leave Expect out or send that.", "Expect");
        }

        if (!facts.MethodKnown)
        {
            return Verdict.Refuse(
                ProblemType.UnknownMethod,
                $"The method {Quoted.Of(facts.Method)} is not known here; method tokens are case-sensitive. Use a method of RFC 9110.");
        }

        if (facts.Path == PathMatch.Missing)
        {
            return Verdict.Refuse(ProblemType.NotFound);
        }

        if (facts.Path == PathMatch.OtherMethods)
        {
            return Verdict.Refuse(
                ProblemType.MethodNotAllowed, $"{facts.Method} does not work at this path. Use one of: {facts.Allow}.");
        }

        if (facts.Withdrawn)
        {
            return Verdict.Refuse(ProblemType.Withdrawn);
        }

        if (facts.NotBuilt)
        {
            return Verdict.Refuse(ProblemType.NotBuilt);
        }

        return Verdict.Pass;
    }

    /// <summary>The second stage: who calls, and whether that caller may.</summary>
    public static Verdict Identity(in IdentityFacts facts)
    {
        if (facts.Challenged)
        {
            return Verdict.Refuse(ProblemType.Unauthorized);
        }

        if (facts.Denied)
        {
            return Verdict.Refuse(ProblemType.Forbidden);
        }

        return Verdict.Pass;
    }

    /// <summary>The third stage: what the head says of the content.</summary>
    public static Verdict Head(in HeadFacts facts)
    {
        var type = facts.Accepts.Judge(facts.ContentType, facts.HasContent);
        if (type != MediaTypeFault.None)
        {
            return Verdict.Refuse(ProblemType.UnsupportedMediaType, Words(type, facts), "Content-Type");
        }

        if (facts.Accepts.IsDeclared && !IsIdentity(facts.ContentCoding))
        {
            return Verdict.Refuse(
                ProblemType.UnsupportedContentCoding,
                $"The content coding {Quoted.Of(facts.ContentCoding!)} is not supported. Send a coding that Accept-Encoding lists.",
                "Content-Encoding");
        }

        if (facts.ParameterFaults is { Count: > 0 } faults)
        {
            return Verdict.Refuse(ProblemType.InvalidParameter, Summary(faults), faults);
        }

        if (facts.ContentLength > facts.MaxContentLength)
        {
            return Verdict.Refuse(
                ProblemType.ContentLengthOverLimit,
                $"The content has {facts.ContentLength} bytes; the limit here is {facts.MaxContentLength}. Send less.",
                "Content-Length");
        }

        if (facts.IsOverBudget)
        {
            return Verdict.Refuse(ProblemType.ContentOverBudget);
        }

        return Verdict.Pass;
    }

    /// <summary>The fourth stage: the content, and what it breaks.</summary>
    public static Verdict Content(in ContentFacts facts)
    {
        if (facts.ParameterFaults is { Count: > 0 } parameters)
        {
            return Verdict.Refuse(ProblemType.InvalidParameter, Summary(parameters), parameters);
        }

        if (facts.IsOverBudget)
        {
            return Verdict.Refuse(ProblemType.ContentOverBudget);
        }

        if (facts.IsOverLimit)
        {
            return Verdict.Refuse(
                ProblemType.ContentOverLimit,
                $"The content has more bytes than the {facts.MaxContentLength} that are taken here. Send less.");
        }

        if (facts.IsIncomplete)
        {
            return Verdict.Refuse(ProblemType.IncompleteContent);
        }

        if (facts.Scan.Fault != JsonFault.None)
        {
            return Verdict.Refuse(ProblemType.MalformedContent, JsonWords.Of(facts.Scan));
        }

        if (facts.IsMalformed)
        {
            return Verdict.Refuse(ProblemType.MalformedContent);
        }

        if (facts.Faults is { Count: > 0 } faults)
        {
            return Verdict.Refuse(ProblemType.InvalidContent, Summary(faults), faults);
        }

        return Verdict.Pass;
    }

    /// <summary>
    /// The last stage: the code that an answer leaves with. A code of the table is its own, and so is a redirect, and what the request has
    /// asked for; any other is folded into a row.
    /// </summary>
    public static int Answer(in AnswerFacts facts)
    {
        if (facts.Table.Find(facts.Status) is not null || Folds.Of(facts.Status) is not { } fold || IsAsked(fold.Asked, facts))
        {
            return facts.Status;
        }

        return facts.Table.CodeOf(facts.IsRepeatHarmless ? fold.Harmless : fold.To);
    }

    private static bool IsAsked(AskedFor what, in AnswerFacts facts) => what switch
    {
        AskedFor.Nothing => false,
        AskedFor.Upgrade => facts.AsksUpgrade,
        AskedFor.Range => facts.AsksRange,
        AskedFor.Delta => facts.AsksDelta,
        AskedFor.Condition => facts.AsksCondition,
    };

    private static string Summary(IReadOnlyList<ProblemError> faults) =>
        faults.Count == 1 ? faults[0].Detail : $"{faults.Count} things are wrong; correct each that is listed under errors.";

    private static Verdict InvalidHead(string detail) => Verdict.Refuse(ProblemType.InvalidHead, detail);

    private static Verdict InvalidHead(string detail, string header) => Verdict.Refuse(ProblemType.InvalidHead, detail, header);

    /// <summary>A list, of which empty elements do not count (RFC 9110, 5.6.1 and 10.1.1).</summary>
    private static bool IsKnownExpectation(ReadOnlySpan<char> expect)
    {
        foreach (var range in expect.Split(','))
        {
            var element = expect[range].Trim(" \t");
            if (!element.IsEmpty && !element.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIdentity(string? coding) =>
        string.IsNullOrEmpty(coding) || coding.AsSpan().Trim().Equals("identity", StringComparison.OrdinalIgnoreCase);

    private static string Words(MediaTypeFault fault, in HeadFacts facts) =>
        Words(fault, Quoted.Of(facts.ContentType ?? ""), facts.Accepts.Field);

    private static string Words(MediaTypeFault fault, string type, string accepted) => fault switch
    {
        MediaTypeFault.None => "",
        MediaTypeFault.Missing => $"Content-Type is missing. Send one of: {accepted}.",
        MediaTypeFault.Malformed => $"Content-Type {type} is not a media type. Send one of: {accepted}.",
        MediaTypeFault.NotAccepted => $"The media type {type} is not supported. Send one of: {accepted}.",
        MediaTypeFault.Charset => $"The charset of {type} is not supported. Send UTF-8.",
    };
}
