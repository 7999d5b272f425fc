using System.Text.Json.Serialization;

namespace Statute.Jobs.Accepting;

/// <summary>A request as it is kept until it runs, with who sent it. No credentials are in it.</summary>
internal sealed record StoredRequest
{
    public required string Method { get; init; }

    /// <summary>The target as sent: path and query.</summary>
    public required string Target { get; init; }

    public string Protocol { get; init; } = "HTTP/1.1";

    public string Scheme { get; init; } = "http";

    public string PathBase { get; init; } = "";

    public string Path { get; init; } = "";

    public string Query { get; init; } = "";

    public Dictionary<string, string[]> Fields { get; init; } = [];

    /// <summary>Who sent it; more than one where schemes have said different things; none for an anonymous caller.</summary>
    public IReadOnlyList<StoredCaller> Callers { get; init; } = [];

    /// <summary>Whether the handler may be begun again after it was interrupted.</summary>
    public bool IsRepeatable { get; init; }

    [JsonIgnore]
    public ReadOnlyMemory<byte> Content { get; init; }

    internal byte[] Pack() => StoredMessage.Pack(this, StoredJson.Default.StoredRequest, Content.Span);

    /// <summary>Reads what <see cref="Pack"/> has made; null where it is damaged, or of a version that is not known.</summary>
    internal static StoredRequest? Unpack(ReadOnlyMemory<byte> bytes) =>
        StoredMessage.TryUnpack(bytes, StoredJson.Default.StoredRequest, out var content) is { } request
            ? request with { Content = content }
            : null;
}
