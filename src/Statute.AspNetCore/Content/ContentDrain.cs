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
    /// <summary>
    /// How long a client that asks first is waited for: it may have lost its patience and begun to send. HttpClient and curl do after one
    /// second.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Where all drains write at once what nobody reads.</summary>
    private static readonly byte[] Dropped = new byte[64 * 1024];

    private readonly StatuteOptions _options = options.Value;
    private int _running;

    /// <summary>Called when the refusal has left completely. What the client still sends fails nobody.</summary>
    internal async Task DrainAsync(HttpContext context, Stream content)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _running) <= _options.MaxDrains)
            {
                await ReadToEndAsync(context, content);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task ReadToEndAsync(HttpContext context, Stream content)
    {
        // Where a connection serves one request at a time it is cut at the end: Kestrel would otherwise go on reading for another five
        // seconds, without any limit of bytes, and after a read that was called off log a fault of the server.
        var isCut = HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol);

        // To read now invites nobody to send any more: a server says "100 Continue" only before its answer.
        var asksFirst = context.Request.Headers.Expect.Count > 0 && _options.DrainTime > Patience;
        using var timeout = new CancellationTokenSource(asksFirst ? Patience : _options.DrainTime, time);
        using var cut = isCut ? timeout.Token.UnsafeRegister(static context => ((HttpContext)context!).Abort(), context) : default;
        try
        {
            for (var dropped = 0L; dropped < _options.DrainLength;)
            {
                var count = await content.ReadAsync(Dropped.AsMemory(), isCut ? CancellationToken.None : timeout.Token);
                if (count == 0)
                {
                    return;
                }

                if (asksFirst && dropped == 0)
                {
                    timeout.CancelAfter(_options.DrainTime);
                }

                dropped += count;
            }

            Cut(context, isCut);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidOperationException)
        {
            // The client has stopped sending, which is what it was told to do.
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client is gone, or its time is over.
            Cut(context, isCut);
        }
    }

    private static void Cut(HttpContext context, bool isCut)
    {
        if (isCut)
        {
            context.Abort();
        }
    }
}
