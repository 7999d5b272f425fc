using System.Net.Sockets;
using System.Text;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>A connection on which a test sends exactly the bytes that it wants to send.</summary>
internal sealed class RawConnection(Uri address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpClient _client = new(address.Host, address.Port);
    private readonly List<byte> _ahead = [];

    internal Stream Stream => _client.GetStream();

    internal async Task SendAsync(string text) => await Stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    internal async Task SendAsync(ReadOnlyMemory<byte> bytes) => await Stream.WriteAsync(bytes);

    /// <summary>Sends a request and reads its answer.</summary>
    internal async Task<RawAnswer> AskAsync(string request)
    {
        await SendAsync(request);
        return await ReadAsync(isHead: request.StartsWith("HEAD ", StringComparison.Ordinal));
    }

    /// <summary>Reads one answer: its head, and content by Content-Length, by chunks, or until the end. The canary is in none.</summary>
    internal async Task<RawAnswer> ReadAsync(bool isHead = false)
    {
        var answer = await ReadAnswerAsync(isHead);
        Canary.MustNotBeIn($"{answer.StatusLine}\n{string.Join('\n', answer.Fields)}\n{answer.Body}");
        return answer;
    }

    private async Task<RawAnswer> ReadAnswerAsync(bool isHead)
    {
        using var patience = new CancellationTokenSource(Patience);
        var head = await ReadHeadAsync(patience.Token);
        var answer = RawAnswer.Parse(head);
        if (isHead || answer.Status is 204 or 304 or < 200)
        {
            return answer;
        }

        if (answer["Transfer-Encoding"] == "chunked")
        {
            return answer with { Body = await ReadChunksAsync(patience.Token) };
        }

        return answer["Content-Length"] is { } length
            ? answer with { Body = await TakeAsync(int.Parse(length), patience.Token) }
            : answer with { Body = await TakeAllAsync(patience.Token) };
    }

    /// <summary>Reads all that the server sends until it closes the connection, in good order or not.</summary>
    internal async Task<string> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await TakeAllAsync(patience.Token);
        }
        catch (IOException e)
        {
            return $"{Encoding.Latin1.GetString(_ahead.ToArray())} ({e.InnerException?.GetType().Name})";
        }
    }

    /// <summary>Whether the server closes the connection, waiting for it.</summary>
    internal async Task<bool> IsClosedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return _ahead.Count == 0 && !await FillAsync(patience.Token);
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Ends the connection as a crash does: by a reset, not in good order.</summary>
    internal void Reset()
    {
        _client.LingerState = new LingerOption(enable: true, seconds: 0);
        _client.Close();
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> ReadHeadAsync(CancellationToken token)
    {
        while (true)
        {
            var text = Encoding.Latin1.GetString(_ahead.ToArray());
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                _ahead.RemoveRange(0, end + 4);
                return text[..end];
            }

            if (!await FillAsync(token))
            {
                throw new IOException($"The connection ended before an answer was complete. Received: '{text}'.");
            }
        }
    }

    private async Task<string> ReadChunksAsync(CancellationToken token)
    {
        var body = new StringBuilder();
        while (true)
        {
            var size = Convert.ToInt32(await TakeLineAsync(token), 16);
            body.Append(await TakeAsync(size, token));
            await TakeLineAsync(token);
            if (size == 0)
            {
                return body.ToString();
            }
        }
    }

    private async Task<string> TakeLineAsync(CancellationToken token)
    {
        var line = new StringBuilder();
        while (line.Length < 2 || line[^2] != '\r' || line[^1] != '\n')
        {
            line.Append(await TakeAsync(1, token));
        }

        return line.ToString(0, line.Length - 2);
    }

    private async Task<string> TakeAsync(int count, CancellationToken token)
    {
        while (_ahead.Count < count)
        {
            if (!await FillAsync(token))
            {
                throw new IOException($"The connection ended {count - _ahead.Count} bytes early.");
            }
        }

        var text = Encoding.UTF8.GetString(_ahead.GetRange(0, count).ToArray());
        _ahead.RemoveRange(0, count);
        return text;
    }

    private async Task<string> TakeAllAsync(CancellationToken token)
    {
        while (await FillAsync(token))
        {
        }

        return await TakeAsync(_ahead.Count, token);
    }

    private async Task<bool> FillAsync(CancellationToken token)
    {
        var buffer = new byte[64 * 1024];
        var count = await Stream.ReadAsync(buffer, token);
        _ahead.AddRange(buffer.AsSpan(0, count));
        return count > 0;
    }
}
