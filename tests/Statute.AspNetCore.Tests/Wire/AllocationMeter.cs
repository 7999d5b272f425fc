using System.Net.Sockets;
using System.Text;

namespace Statute.AspNetCore.Tests.Wire;

/// <summary>
/// Counts the bytes that a request allocates in the whole process: whoever measures runs alone. An answer ends with <c>ok</c>, or is
/// chunked.
/// </summary>
internal static class AllocationMeter
{
    private const int BlockPart = 256;
    private const int Warmup = 3_000;
    private const int Requests = 1_000;
    private const int Rounds = 20;

    /// <summary>The bytes for each request, in the best of several rounds: what else the process does can only add to it.</summary>
    internal static double Measure(RunningApp app, string request)
    {
        using var client = new TcpClient(app.Http1.Host, app.Http1.Port) { NoDelay = true };
        var bytes = Encoding.ASCII.GetBytes(Padded(request));
        var buffer = new byte[4096];
        Send(client.Client, bytes, buffer, Warmup);
        var least = double.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            GC.Collect();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Send(client.Client, bytes, buffer, Requests);
            least = Math.Min(least, (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / Requests);
        }

        return least;
    }

    /// <summary>
    /// A request whose length divides the blocks into which the server reads: one that is cut in two by the end of a block is sometimes
    /// waited for, which costs bytes by chance.
    /// </summary>
    private static string Padded(string request)
    {
        const string Field = "\r\nX-Padding: ";
        var length = (request.Length + Field.Length + BlockPart) / BlockPart * BlockPart;
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return request.Insert(end, Field + new string('x', length - request.Length - Field.Length));
    }

    /// <summary>One request after the other on one connection; this client allocates nothing.</summary>
    private static void Send(Socket socket, byte[] request, byte[] buffer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            socket.Send(request);
            var length = 0;
            do
            {
                length += socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
            }
            while (!buffer.AsSpan(0, length).EndsWith("ok"u8) && !buffer.AsSpan(0, length).EndsWith("\r\n0\r\n\r\n"u8));
        }
    }
}
