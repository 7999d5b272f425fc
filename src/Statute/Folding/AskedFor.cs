namespace Statute.Folding;

/// <summary>What a request has to ask for so that a code outside the table may pass.</summary>
public enum AskedFor
{
    /// <summary>Nothing lets it pass.</summary>
    Nothing,

    /// <summary>Another protocol, by Upgrade (RFC 9110, 7.8).</summary>
    Upgrade,

    /// <summary>A part of the content, by Range (RFC 9110, 14.2).</summary>
    Range,

    /// <summary>A difference, by A-IM (RFC 3229).</summary>
    Delta,

    /// <summary>Nothing that it has already, by a condition on GET or HEAD (RFC 9110, 13.1).</summary>
    Condition,
}
