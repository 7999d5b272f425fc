using System.Net;
using System.Net.Http.Headers;

namespace Statute.AspNetCore.Tests.Sizes;

/// <summary>
/// Content that counts what the client takes of it. A pace is in bytes per tenth of a second; the length is told unless it is chunked.
/// </summary>
internal sealed class Zeros : HttpContent
{
    private static readonly byte[] Block = new byte[64 * 1024];

    private readonly long _length;
    private readonly int? _pace;
    private readonly bool _isChunked;

    internal Zeros(long length, int? pace = null, bool isChunked = false)
    {
        _length = length;
        _pace = pace;
        _isChunked = isChunked;
        Headers.ContentType = new MediaTypeHeaderValue("image/png");
    }

    internal long Sent { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // The pace is what is tested, so here the clock is the thing itself.
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var ahead = _pace ?? long.MaxValue;
        while (Sent < _length)
        {
            if (ahead <= 0)
            {
                await beat.WaitForNextTickAsync();
                ahead += _pace ?? 0;
            }

            var count = (int)Math.Min(Block.Length, _length - Sent);
            await stream.WriteAsync(Block.AsMemory(0, count));
            Sent += count;
            ahead -= count;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return !_isChunked;
    }
}
