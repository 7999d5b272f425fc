namespace Statute.Judging;

/// <summary>Why content is not JSON as the service takes it.</summary>
public enum JsonFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>There is nothing, or only white space.</summary>
    Empty,

    /// <summary>The text is not JSON (RFC 8259), or ends too early.</summary>
    Malformed,

    /// <summary>Objects and arrays are nested deeper than <see cref="JsonScan.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>Bytes that are not UTF-8 (RFC 8259, 8.1).</summary>
    NotUtf8,

    /// <summary>An escape that stands for half a character (RFC 7493, 2.1).</summary>
    LoneSurrogate,

    /// <summary>An object has two members of one name (RFC 7493, 2.3).</summary>
    DuplicateName,
}
