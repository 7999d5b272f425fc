using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Content that is read as a whole into a buffer, and stands in the request in place of the server's, so that whoever binds it reads it
/// from there; once more where an endpoint runs a second time. The buffer is no larger than what is held of the budget.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The stream holds a buffer of the pool, and ends with it.")]
internal sealed class BufferedContent(ReceivedContent received)
{
    private const int FirstLength = 4 * 1024;

    /// <summary>
    /// The largest buffer that the pool is asked for, in bytes. It has powers of two only, and keeps what it is given back: of a large
    /// content up to as much again, for a long time.
    /// </summary>
    private const int MostPooled = 1024 * 1024;

    /// <summary>The smallest buffer that the pool has.</summary>
    private const int LeastPooled = 16;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Where it shows whether a full buffer is all there is.</summary>
    private readonly byte[] _next = new byte[1];

    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private BufferedStream? _stream;
    private IRequestBodyPipeFeature? _server;
    private Stream? _original;

    /// <summary>The content without a byte order mark.</summary>
    internal ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Where the request still has what was read before: begins it anew. False where it has to be read.</summary>
    internal bool TryRewind(HttpContext context)
    {
        if (_stream is null || context.Request.Body != _stream)
        {
            return false;
        }

        _stream.Rewind();
        return true;
    }

    /// <summary>Reads the content to its end.</summary>
    /// <param name="context">The request.</param>
    /// <param name="limit">The most that it can be, in bytes, so that no buffer is larger; null for any length.</param>
    internal Task ReadAsync(HttpContext context, long? limit)
    {
        var expected = context.Request.ContentLength ?? FirstLength;
        return _stream is null
            ? ReadToEndAsync(context.Request.Body, expected, limit ?? Array.MaxLength)
            : ReadAnewAsync(context.Request.Body, expected, limit ?? Array.MaxLength);
    }

    /// <summary>Puts the buffer in the place of the request's content.</summary>
    internal void Install(HttpContext context)
    {
        if (_stream is not null)
        {
            return;
        }

        if (_original is null)
        {
            _original = context.Request.Body;
            _server = context.Features.Get<IRequestBodyPipeFeature>();
        }

        _stream = new BufferedStream(_buffer, _start, _end - _start);
        context.Request.Body = _stream;
        context.Features.Set<IRequestBodyPipeFeature>(_stream);
    }

    /// <summary>The buffer goes back to the pool; whoever still reads is told that the request has ended.</summary>
    internal void End(HttpContext context)
    {
        _stream?.Dispose();
        _stream = null;
        if (_original is not null)
        {
            context.Request.Body = _original;
            context.Features.Set(_server);
            (_original, _server) = (null, null);
        }

        Return(_buffer);
        (_buffer, _start, _end) = ([], 0, 0);
    }

    /// <summary>Somebody may have put a stream of his own around the one that was read before: it ends when that is read.</summary>
    private async Task ReadAnewAsync(Stream content, long expected, long limit)
    {
        var (earlierStream, earlierBuffer) = (_stream, _buffer);
        (_stream, _buffer, _start, _end) = (null, [], 0, 0);
        try
        {
            await ReadToEndAsync(content, expected, limit);
        }
        finally
        {
            earlierStream?.Dispose();
            Return(earlierBuffer);
        }
    }

    private async Task ReadToEndAsync(Stream content, long expected, long limit)
    {
        _buffer = Rent(Math.Clamp(expected, 1, Array.MaxLength));
        while (true)
        {
            var isFull = _end == _buffer.Length;
            // The token of the request would be made for this; a server's read ends with its client anyway.
            var count = await content.ReadAsync(isFull ? _next : _buffer.AsMemory(_end), CancellationToken.None);
            if (count == 0)
            {
                break;
            }

            if (isFull)
            {
                Grow(limit);
                _buffer[_end] = _next[0];
            }

            _end += count;
        }

        if (_buffer.AsSpan(0, _end).StartsWith(ByteOrderMark))
        {
            _start = ByteOrderMark.Length;
        }
    }

    private void Grow(long limit)
    {
        if (_buffer.Length == Array.MaxLength)
        {
            throw new ContentRefusedException();
        }

        var larger = Rent(Math.Clamp(2L * _buffer.Length, _end + 1, Math.Max(_end + 1, Math.Min(limit, Array.MaxLength))));
        _buffer.AsSpan(0, _end).CopyTo(larger);
        Return(_buffer);
        _buffer = larger;
    }

    /// <summary>A buffer of at least the length, for which there is room.</summary>
    private byte[] Rent(long length)
    {
        if (length <= MostPooled)
        {
            var pooled = ArrayPool<byte>.Shared.Rent((int)length);
            if (received.TryHold(pooled.Length))
            {
                return pooled;
            }

            Return(pooled);
        }

        if (!received.TryHold(length))
        {
            received.NoteOverBudget();
            throw new ContentRefusedException();
        }

        return GC.AllocateUninitializedArray<byte>((int)length);
    }

    private static void Return(byte[] buffer)
    {
        // The pool takes only what it could have given.
        if (buffer.Length is >= LeastPooled and <= MostPooled && BitOperations.IsPow2(buffer.Length))
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
