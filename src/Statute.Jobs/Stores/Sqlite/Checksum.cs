using System.Numerics;
using System.Runtime.InteropServices;

namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// A CRC-32C (RFC 9260, appendix A), to find what was damaged on the disk: SQLite's own check sees that a tree is broken, but no flipped
/// bit in what it carries.
/// </summary>
internal static class Checksum
{
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = ~0u;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            sum = BitOperations.Crc32C(sum, word);
        }

        foreach (var one in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return ~sum;
    }
}
