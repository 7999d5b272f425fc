namespace Statute.Judging;

/// <summary>What the last stage has to know: the answer's status, and what of the request bears on it.</summary>
public readonly struct AnswerFacts
{
    /// <summary>The table that the answer is held to.</summary>
    public required StatusTable Table { get; init; }

    /// <summary>The status as the application left it.</summary>
    public required int Status { get; init; }

    /// <summary>Whether the request asks for another protocol, by Upgrade or extended CONNECT.</summary>
    public bool AsksUpgrade { get; init; }

    /// <summary>Whether the request asks for a part, by Range.</summary>
    public bool AsksRange { get; init; }

    /// <summary>Whether the request asks for a difference, by A-IM.</summary>
    public bool AsksDelta { get; init; }

    /// <summary>Whether the request is GET or HEAD with If-None-Match or If-Modified-Since.</summary>
    public bool AsksCondition { get; init; }

    /// <summary>Whether the same request may be sent again without harm: its method is idempotent, or it has a key.</summary>
    public bool IsRepeatHarmless { get; init; }
}
