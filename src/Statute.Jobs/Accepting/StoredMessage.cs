using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Statute.Jobs.Accepting;

/// <summary>
/// A request or an answer as bytes for the store: a version (1 byte), the length of the head (4 bytes, little-endian), the head as JSON,
/// and the content as it is.
/// </summary>
internal static class StoredMessage
{
    private const byte Version = 1;
    private const int Prefix = 5;

    internal static byte[] Pack<T>(T head, JsonTypeInfo<T> type, ReadOnlySpan<byte> content)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(head, type);
        var bytes = new byte[Prefix + json.Length + content.Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), json.Length);
        json.CopyTo(bytes.AsSpan(Prefix));
        content.CopyTo(bytes.AsSpan(Prefix + json.Length));
        return bytes;
    }

    internal static T? TryUnpack<T>(ReadOnlyMemory<byte> bytes, JsonTypeInfo<T> type, out ReadOnlyMemory<byte> content) where T : class
    {
        content = default;
        if (bytes.Length < Prefix || bytes.Span[0] != Version)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[1..]);
        if ((uint)length > bytes.Length - Prefix)
        {
            return null;
        }

        try
        {
            content = bytes[(Prefix + length)..];
            return JsonSerializer.Deserialize(bytes.Span.Slice(Prefix, length), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
