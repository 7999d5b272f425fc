using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Statute.Jobs.Stores;

namespace Stockroom;

/// <summary>The start of the server, with what a person can have got wrong for it: the addresses and the users' file.</summary>
internal static class Listening
{
    public static async Task ListenAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (OptionsValidationException fault)
        {
            // The users' file, for one, may have been edited by hand.
            throw new CannotStartException(string.Join('\n', fault.Failures), fault);
        }
        catch (JobStoreException fault)
        {
            throw new CannotStartException(fault.Message, fault);
        }
        catch (Exception fault) when (fault is IOException or SocketException or FormatException or ArgumentOutOfRangeException)
        {
            throw new CannotStartException($"cannot listen: {fault.Message.TrimEnd('.')}. Name another address with --urls URL.", fault);
        }
    }
}
