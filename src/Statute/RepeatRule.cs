namespace Statute;

/// <summary>What the table tells a client about sending the same request again.</summary>
public enum RepeatRule
{
    /// <summary>The table says nothing; an obedient client does not repeat by itself. Normal rows have this too.</summary>
    Silent,

    /// <summary>Only after the request was modified.</summary>
    Modified,

    /// <summary>Only with other credentials.</summary>
    Credentials,

    /// <summary>Unmodified, after the delay that Retry-After gives; without Retry-After not at all.</summary>
    After,
}
