using System.Buffers;

namespace Statute.Benchmarks.Schemas;

/// <summary>A piece of content, as a server reads it.</summary>
internal sealed class Piece : ReadOnlySequenceSegment<byte>
{
    internal static ReadOnlySequence<byte> Join(byte[] content, int length)
    {
        Piece? first = null;
        Piece? last = null;
        for (var at = 0; at < content.Length; at += length)
        {
            var piece = new Piece { Memory = content.AsMemory(at, Math.Min(length, content.Length - at)), RunningIndex = at };
            first ??= piece;
            last?.Next = piece;
            last = piece;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }
}
