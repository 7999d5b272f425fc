namespace Statute.AspNetCore.Answers;

/// <summary>
/// What a handler wrote under a refused status, up to <see cref="Capacity"/> bytes, because it may hold the application's own words.
/// Also the place where content that nobody will see is written to.
/// </summary>
internal sealed class WithheldContent
{
    /// <summary>The most that is kept, in bytes.</summary>
    internal const int Capacity = 64 * 1024;

    private byte[] _buffer = [];
    private int _length;

    /// <summary>Whether more was written than is kept; then nothing of it is used.</summary>
    internal bool Overflowed { get; private set; }

    /// <summary>What was written; empty where it was too much.</summary>
    internal ReadOnlyMemory<byte> Written => Overflowed ? default : _buffer.AsMemory(0, _length);

    internal void Overflow()
    {
        Overflowed = true;
        _length = 0;
    }

    internal void Write(ReadOnlySpan<byte> content)
    {
        if (Overflowed || content.Length > Capacity - _length)
        {
            Overflow();
            return;
        }

        content.CopyTo(GetMemory(content.Length).Span);
        _length += content.Length;
    }

    /// <summary>A place to write to; what is written there counts once it is given to <see cref="Write"/>.</summary>
    internal Memory<byte> GetMemory(int sizeHint)
    {
        var wanted = Math.Max(sizeHint, 256);
        if (_buffer.Length - _length < wanted)
        {
            Grow(wanted);
        }

        return _buffer.AsMemory(_length);
    }

    internal void Clear()
    {
        // Not given to a pool: a handler that has ended may still write to it.
        _buffer = [];
        _length = 0;
        Overflowed = false;
    }

    private void Grow(int wanted)
    {
        var larger = new byte[Math.Max(_length + wanted, 2 * _buffer.Length)];
        _buffer.AsSpan(0, _length).CopyTo(larger);
        _buffer = larger;
    }
}
