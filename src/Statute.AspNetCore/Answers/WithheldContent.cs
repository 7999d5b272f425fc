using System.Buffers;

namespace Statute.AspNetCore.Answers;

/// <summary>
/// What a handler wrote and what is not sent: under a status that passes until the first flush, since it may fail before; under a refused
/// status, because it may hold the application's own words. Up to about <see cref="Capacity"/> bytes are kept. Also the place where
/// content that nobody will see is written to.
/// </summary>
internal sealed class WithheldContent
{
    /// <summary>The most that is kept, in bytes.</summary>
    internal const int Capacity = 64 * 1024;

    private const int FirstLength = 4 * 1024;

    private byte[] _buffer = [];
    private int _length;

    /// <summary>Whether more was written than is kept; then nothing of it is used.</summary>
    internal bool Overflowed { get; private set; }

    /// <summary>What was written; empty where it was too much.</summary>
    internal ReadOnlyMemory<byte> Written => Overflowed ? default : _buffer.AsMemory(0, _length);

    /// <summary>Whether more is here than is kept.</summary>
    internal bool IsTooMuch => _length > Capacity;

    internal void Overflow()
    {
        Overflowed = true;
        _length = 0;
    }

    /// <summary>Keeps what was written under a refused status, or nothing any more where it becomes too much.</summary>
    internal void Write(ReadOnlySpan<byte> content)
    {
        if (Overflowed || content.Length > Capacity - _length)
        {
            Overflow();
            return;
        }

        Append(content);
    }

    /// <summary>Keeps what was written, however much it is.</summary>
    internal void Append(ReadOnlySpan<byte> content)
    {
        // Mostly it stands there already, in the place that was given out for it.
        content.CopyTo(GetMemory(content.Length).Span);
        _length += content.Length;
    }

    /// <summary>A place to write to; what is written there counts once it is given to one of the methods above.</summary>
    internal Memory<byte> GetMemory(int sizeHint)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (_buffer.Length - _length < wanted)
        {
            Grow(wanted);
        }

        return _buffer.AsMemory(_length);
    }

    /// <summary>Hands over what was written to whoever sends it.</summary>
    /// <param name="server">The server's writer.</param>
    /// <param name="isFree">Whether nobody has a place that was given out and may still be written to.</param>
    internal void MoveTo(IBufferWriter<byte> server, bool isFree)
    {
        server.Write(_buffer.AsSpan(0, _length));
        if (isFree && _buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        Clear();
    }

    internal void Clear()
    {
        // Not given to the pool: a handler that has ended may still write to it.
        _buffer = [];
        _length = 0;
        Overflowed = false;
    }

    private void Grow(int wanted)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(_length + wanted, 2 * _length), FirstLength));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        _buffer = larger;
    }
}
