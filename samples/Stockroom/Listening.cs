using System.Net.Sockets;

namespace Stockroom;

/// <summary>The start of the server, with what can be wrong with the addresses named for it.</summary>
internal static class Listening
{
    public static async Task ListenAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception fault) when (fault is IOException or SocketException or FormatException or ArgumentOutOfRangeException)
        {
            throw new CannotStartException($"cannot listen: {fault.Message.TrimEnd('.')}. Name another address with --urls URL.", fault);
        }
    }
}
