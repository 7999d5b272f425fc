namespace Statute.Judging;

/// <summary>What the first stage has to know: the request's head as a whole, its method, and whom its path leads to.</summary>
public readonly struct RouteFacts
{
    /// <summary>The limits that the head is held to.</summary>
    public required HeadLimits Limits { get; init; }

    /// <summary>The length of the request target, in characters as sent.</summary>
    public int TargetLength { get; init; }

    /// <summary>The number of header fields.</summary>
    public int FieldCount { get; init; }

    /// <summary>The sum of the lengths of all field names and values, in characters.</summary>
    public int FieldsLength { get; init; }

    /// <summary>Whether the host is missing although the protocol asks for it (RFC 9112, 3.2).</summary>
    public bool HostMissing { get; init; }

    /// <summary>Whether both Content-Length and Transfer-Encoding frame the content (RFC 9112, 6.3).</summary>
    public bool FramedTwice { get; init; }

    /// <summary>The value of Expect, or null where there is none.</summary>
    public string? Expect { get; init; }

    /// <summary>The method token, as sent.</summary>
    public required string Method { get; init; }

    /// <summary>Whether the service knows the method at all, for any path.</summary>
    public bool MethodKnown { get; init; }

    /// <summary>Whom the path leads to.</summary>
    public PathMatch Path { get; init; }

    /// <summary>The value of Allow: the methods that work at this path. Needed for <see cref="PathMatch.OtherMethods"/> only.</summary>
    public string? Allow { get; init; }

    /// <summary>Whether the operation belongs to a service that has been withdrawn.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Whether the operation is declared, but not built.</summary>
    public bool NotBuilt { get; init; }
}
