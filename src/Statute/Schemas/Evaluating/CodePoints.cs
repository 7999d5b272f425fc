using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Statute.Schemas.Evaluating;

/// <summary>The length of a string as JSON Schema counts it.</summary>
internal static class CodePoints
{
    /// <summary>Every byte but those that continue a code point (10xxxxxx, which is less than -64 as a signed byte).</summary>
    public static int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        var at = 0;
        ref var first = ref MemoryMarshal.GetReference(text);
        for (; at + Vector128<byte>.Count <= text.Length; at += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref first, (nuint)at).AsSByte();
            count += BitOperations.PopCount(Vector128.GreaterThanOrEqual(bytes, Vector128.Create((sbyte)-64)).ExtractMostSignificantBits());
        }

        for (; at < text.Length; at++)
        {
            count += (sbyte)text[at] >= -64 ? 1 : 0;
        }

        return count;
    }
}
