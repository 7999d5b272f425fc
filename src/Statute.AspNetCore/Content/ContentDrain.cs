using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Content;

/// <summary>
/// Reads and drops what a refused client is still sending. HttpClient on HTTP/1.1 reads no answer before its content is sent, so a
/// server that stops reading loses the answer in a broken connection.
/// </summary>
internal sealed class ContentDrain(IOptions<StatuteOptions> options, TimeProvider time)
{
    private const int BufferLength = 64 * 1024;

    private readonly StatuteOptions _options = options.Value;
    private int _running;

    /// <summary>Called when the refusal has left completely. Never throws.</summary>
    internal async Task DrainAsync(HttpContext context, Stream content)
    {
        var canHaveContent = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? false;

        // A client that waits for "100 Continue" was never invited to send; to read now would invite it.
        if (!canHaveContent || context.Request.Headers.Expect.Count > 0)
        {
            return;
        }

        if (Interlocked.Increment(ref _running) <= _options.MaxDrains)
        {
            var ended = await ReadToEndAsync(content, context.RequestAborted);
            if (!ended && HttpProtocol.IsHttp11(context.Request.Protocol))
            {
                // Returning would let Kestrel go on reading for another five seconds, without any limit of bytes.
                context.Abort();
            }
        }

        Interlocked.Decrement(ref _running);
    }

    private async Task<bool> ReadToEndAsync(Stream content, CancellationToken aborted)
    {
        using var timeout = new CancellationTokenSource(_options.DrainTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, aborted);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var dropped = 0L;
            while (dropped < _options.DrainLength)
            {
                var count = await content.ReadAsync(buffer.AsMemory(), both.Token);
                if (count == 0)
                {
                    return true;
                }

                dropped += count;
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or BadHttpRequestException or InvalidOperationException)
        {
            // The client has stopped sending, which is what it was told to do.
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
