using System.Security.Cryptography;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// A hash (SHA-256) over a job's id and a content of it. SQLite's own check finds a damaged tree, but no flipped bit in a content.
/// </summary>
internal static class Seal
{
    internal static byte[] Of(JobId id, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(id.ToByteArray());
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    internal static bool Holds(byte[] seal, JobId id, ReadOnlySpan<byte> content) => seal.AsSpan().SequenceEqual(Of(id, content));
}
