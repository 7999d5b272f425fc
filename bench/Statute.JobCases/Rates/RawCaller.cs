using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Statute.JobCases.Rates;

/// <summary>A caller on one connection, who sends the same request again and again and reads as little of the answer as it must.</summary>
internal sealed class RawCaller : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request;
    private readonly byte[] _expected;
    private readonly byte[] _answer = new byte[8 * 1024];

    internal RawCaller(Uri address, string target, byte[] content, int status)
    {
        _socket.Connect(new IPEndPoint(IPAddress.Loopback, address.Port));
        var head = $"POST {target} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {content.Length}\r\n\r\n";
        _request = [.. Encoding.ASCII.GetBytes(head), .. content];
        _expected = Encoding.ASCII.GetBytes($"HTTP/1.1 {status} ");
    }

    internal async Task CallAsync()
    {
        await _socket.SendAsync(_request);
        var length = 0;
        do
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(length));
            Demand.That(read > 0, "an answer arrives");
            length += read;
        }
        while (!IsWhole(_answer.AsSpan(0, length)));

        Demand.That(_answer.AsSpan().StartsWith(_expected), Encoding.ASCII.GetString(_answer, 0, length));
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var length = answer.IndexOf("Content-Length: "u8);
        if (length < 0)
        {
            return answer.EndsWith("0\r\n\r\n"u8);
        }

        var number = answer[(length + "Content-Length: ".Length)..];
        return answer.Length - head - 4 == int.Parse(number[..number.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
