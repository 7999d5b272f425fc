using System.IO.Compression;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// Undoes the coding of what was withheld: response compression stands within, so that an application's own words may come coded.
/// </summary>
internal static class ContentDecoding
{
    /// <summary>The content without its coding; empty where it cannot be told, or is longer than what is kept.</summary>
    internal static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> content, string? coding)
    {
        if (string.IsNullOrEmpty(coding) || content.IsEmpty)
        {
            return content;
        }

        try
        {
            using var coded = new MemoryStream(content.ToArray());
            using var plain = Decoder(coded, coding);
            return plain is null ? default : Read(plain);
        }
        catch (InvalidDataException)
        {
            return default;
        }
    }

    private static Stream? Decoder(Stream coded, string coding) => coding.Trim().ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(coded, CompressionMode.Decompress),
        "br" => new BrotliStream(coded, CompressionMode.Decompress),
        "deflate" => new ZLibStream(coded, CompressionMode.Decompress),
        _ => null,
    };

    private static ReadOnlyMemory<byte> Read(Stream plain)
    {
        var buffer = new byte[WithheldContent.Capacity + 1];
        var length = plain.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length > WithheldContent.Capacity ? default : buffer.AsMemory(0, length);
    }
}
