using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Statute.AspNetCore.Content;

/// <summary>Content that is in memory, as a stream and as a pipe. One for each request: what is kept of it reads no other.</summary>
internal sealed class BufferedStream(byte[] buffer, int start, int length)
    : MemoryStream(buffer, start, length, writable: false), IRequestBodyPipeFeature
{
    private readonly ReadOnlyMemory<byte> _content = buffer.AsMemory(start, length);
    private PipeReader? _reader;

    public PipeReader Reader
    {
        get
        {
            ObjectDisposedException.ThrowIf(!CanRead, this);
            return _reader ??= PipeReader.Create(new ReadOnlySequence<byte>(_content));
        }
    }

    /// <summary>Whoever reads next reads from the beginning.</summary>
    internal void Rewind()
    {
        Position = 0;
        _reader?.Complete();
        _reader = null;
    }

    protected override void Dispose(bool disposing)
    {
        _reader?.Complete();
        base.Dispose(disposing);
    }
}
