using System.Security.Cryptography;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// The first half of a SHA-256, to find what was damaged on the disk: SQLite's own check sees that a tree is broken, but no flipped bit in
/// what it carries.
/// </summary>
internal static class Fingerprint
{
    private const int Size = 16;

    internal static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return hash[..Size].ToArray();
    }

    internal static bool IsOf(this byte[] fingerprint, ReadOnlySpan<byte> bytes) => fingerprint.AsSpan().SequenceEqual(Of(bytes));
}
