namespace Statute.AspNetCore.Answers;

/// <summary>What was decided of an answer.</summary>
internal enum GateState
{
    /// <summary>Nothing was written yet.</summary>
    Open,

    /// <summary>
    /// Bytes were written to memory of ours, and nothing has asked for them to be sent: the answer may still become another one.
    /// </summary>
    Unsent,

    /// <summary>The answer goes to the client as it is.</summary>
    Passing,

    /// <summary>The fields go to the client, the content does not: the request was HEAD, or its refusal is already written.</summary>
    Discarding,

    /// <summary>The content is kept back: a refusal will be written in its place.</summary>
    Withheld,
}
