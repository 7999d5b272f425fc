using System.Text.Json.Serialization;
using Statute.Jobs.Accepting;
using Statute.Jobs.Stores;

namespace Statute.Jobs.Wire;

/// <summary>The answer of a job as it is kept: judged, and without what belongs to one connection.</summary>
internal sealed record StoredAnswer
{
    public required int Status { get; init; }

    public Dictionary<string, string[]> Fields { get; init; } = [];

    [JsonIgnore]
    public ReadOnlyMemory<byte> Content { get; init; }

    internal string? ContentType => Fields.TryGetValue("Content-Type", out var type) ? string.Join(',', type) : null;

    internal byte[] Pack() => StoredMessage.Pack(this, StoredJson.Default.StoredAnswer, Content.Span);

    /// <summary>Reads what <see cref="Pack"/> has made.</summary>
    /// <exception cref="JobStoreException">It is damaged, or of a version that is not known.</exception>
    internal static StoredAnswer Unpack(ReadOnlyMemory<byte> bytes) =>
        StoredMessage.TryUnpack(bytes, StoredJson.Default.StoredAnswer, out var content) is { } answer
            ? answer with { Content = content }
            : throw new JobStoreException("A stored answer cannot be read: it is damaged, or was written by a later version of Statute.");
}
