using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Content that is read as a whole into a buffer of the pool, and stands in the request in place of the server's, so that whoever binds
/// it reads it from there.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The stream holds a buffer of the pool, and ends with it.")]
internal sealed class BufferedContent
{
    private const int FirstLength = 4 * 1024;

    /// <summary>The most that is set aside on the word of Content-Length alone.</summary>
    private const int MostAtFirst = 64 * 1024;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private BufferedStream? _stream;
    private IRequestBodyPipeFeature? _server;
    private Stream? _original;

    /// <summary>The content without a byte order mark.</summary>
    internal ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(_start, _end - _start);

    internal async Task ReadAsync(HttpContext context)
    {
        var content = context.Request.Body;
        var declared = context.Request.ContentLength ?? FirstLength;
        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(declared + 1, MostAtFirst));
        // The token of the request would be made for this; a server's read ends with its client anyway.
        while (await content.ReadAsync(_buffer.AsMemory(_end), CancellationToken.None) is var count and > 0)
        {
            _end += count;
            if (_end == _buffer.Length)
            {
                Grow();
            }
        }

        if (_buffer.AsSpan(0, _end).StartsWith(ByteOrderMark))
        {
            _start = ByteOrderMark.Length;
        }
    }

    /// <summary>Puts the buffer in the place of the request's content.</summary>
    internal void Install(HttpContext context)
    {
        _stream = new BufferedStream(_buffer, _start, _end - _start);
        _original = context.Request.Body;
        _server = context.Features.Get<IRequestBodyPipeFeature>();
        context.Request.Body = _stream;
        context.Features.Set<IRequestBodyPipeFeature>(_stream);
    }

    /// <summary>The buffer goes back to the pool; whoever still reads is told that the request has ended.</summary>
    internal void End(HttpContext context)
    {
        if (_stream is not null)
        {
            _stream.Dispose();
            _stream = null;
            context.Request.Body = _original!;
            context.Features.Set(_server);
        }

        Return(_buffer);
        _buffer = [];
        _start = 0;
        _end = 0;
    }

    private void Grow()
    {
        if (_buffer.Length == Array.MaxLength)
        {
            throw new ContentRefusedException();
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _buffer.Length, Array.MaxLength));
        _buffer.AsSpan(0, _end).CopyTo(larger);
        Return(_buffer);
        _buffer = larger;
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
