using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore;

/// <summary>
/// Lowers what the transport below Kestrel keeps of each connection's unread content, which is memory that our budget does not see. A
/// limit that the application has set itself stays.
/// </summary>
internal sealed class SocketLimits(IOptions<StatuteOptions> statute) : IPostConfigureOptions<SocketTransportOptions>
{
    /// <summary>
    /// Instead of 1 MiB, with which 200 refused uploads of that length took some 200 MiB. A head may be longer: it is read in parts.
    /// </summary>
    private const int MaxReadBufferSize = 64 * 1024;

    public void PostConfigure(string? name, SocketTransportOptions options)
    {
        if (statute.Value.Profile != StatuteProfile.Observe
            && options.MaxReadBufferSize == new SocketTransportOptions().MaxReadBufferSize)
        {
            options.MaxReadBufferSize = MaxReadBufferSize;
        }
    }
}
