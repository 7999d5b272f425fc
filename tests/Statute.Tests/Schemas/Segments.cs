using System.Buffers;

namespace Statute.Tests.Schemas;

/// <summary>Content in pieces.</summary>
internal sealed class Segments : ReadOnlySequenceSegment<byte>
{
    public static ReadOnlySequence<byte> Of(params byte[][] pieces)
    {
        var first = new Segments();
        var last = first;
        foreach (var piece in pieces)
        {
            var next = new Segments { Memory = piece, RunningIndex = last.RunningIndex + last.Memory.Length };
            last.Next = next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    /// <summary>Content in pieces of one length.</summary>
    public static ReadOnlySequence<byte> Of(byte[] content, int length) => Of([.. content.Chunk(length)]);
}
