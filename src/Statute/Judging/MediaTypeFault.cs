namespace Statute.Judging;

/// <summary>What is wrong with a Content-Type.</summary>
internal enum MediaTypeFault
{
    None,

    /// <summary>There is content, but no Content-Type.</summary>
    Missing,

    /// <summary>The value is not a media type (RFC 9110, 8.3.1).</summary>
    Malformed,

    /// <summary>It is a media type, but none of those accepted.</summary>
    NotAccepted,

    /// <summary>It is JSON in a charset other than UTF-8, or a form in one that nobody knows.</summary>
    Charset,
}
