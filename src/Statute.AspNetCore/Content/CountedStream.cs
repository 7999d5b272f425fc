using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Content of an unknown length, counted as it is read: it takes from the budget in steps, each before it is read, and fails at the first
/// byte over the limit.
/// Kestrel makes the reader of the pipe anew over whatever stream stands in the request, so that this one counts for all ways of reading.
/// </summary>
/// <param name="content">The content.</param>
/// <param name="received">Where what is read is held, and what goes wrong is noted.</param>
/// <param name="limit">Tells the limit.</param>
/// <param name="earlier">What has counted for an earlier run of the endpoint, and ends with this one.</param>
internal sealed class CountedStream(
    Stream content, ReceivedContent received, IHttpMaxRequestBodySizeFeature limit, CountedStream? earlier) : Stream
{
    /// <summary>How much is taken from the budget at a time, in bytes.</summary>
    private const int Step = 64 * 1024;

    private ReceivedContent? _received = received;
    private long _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Count(content.Read(buffer, offset, MakeRoom(count)));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var room = MakeRoom(buffer.Length);
        try
        {
            return Count(await content.ReadAsync(buffer[..room], cancellationToken));
        }
        catch (BadHttpRequestException e)
        {
            _received?.Note(e);
            throw;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>The request has ended: whoever still reads is told so.</summary>
    internal void End()
    {
        _received = null;
        earlier?.End();
    }

    /// <summary>Nothing is read that there is no room for. Gives back how much may be read.</summary>
    private int MakeRoom(int wanted)
    {
        ObjectDisposedException.ThrowIf(_received is null, this);
        if (wanted == 0)
        {
            return wanted;
        }

        if (_count >= _received.Held && !_received.TryHold(_count + Step))
        {
            _received.NoteOverBudget();
            throw new ContentRefusedException();
        }

        return (int)Math.Min(wanted, _received.Held - _count);
    }

    private int Count(int read)
    {
        ObjectDisposedException.ThrowIf(_received is null, this);
        _count += read;
        if (_count > limit.MaxRequestBodySize)
        {
            _received.NoteOverLimit();
            throw new ContentRefusedException();
        }

        return read;
    }
}
