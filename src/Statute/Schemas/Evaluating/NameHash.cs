using System.Buffers.Binary;

namespace Statute.Schemas.Evaluating;

/// <summary>A quick hash of bytes. Nobody trusts it: equal hashes are always compared, and comparing costs steps.</summary>
internal static class NameHash
{
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;

    public static ulong Of(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        while (text.Length > 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[8..];
        }

        ulong tail = 0;
        for (var i = 0; i < text.Length; i++)
        {
            tail = (tail << 8) | text[i];
        }

        return Mix(hash ^ tail);
    }

    public static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value ^ Factor, Factor, out var low);
        return high ^ low;
    }
}
