using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Statute.AspNetCore;

/// <summary>
/// Raises Kestrel's limits for the head above ours, so that ours refuse, by the table; Kestrel's own refusals have no body. And lowers
/// what it keeps of each connection's unread content, which is memory that our budget does not see. A limit that the application has
/// set itself stays, unless it is Kestrel's default: that cannot be told from one that was not set.
/// </summary>
internal sealed class KestrelLimits(IOptions<StatuteOptions> statute) : IPostConfigureOptions<KestrelServerOptions>
{
    /// <summary>The request line holds a method and a version too.</summary>
    internal const int LargestTarget = 65_000;

    internal const int LargestFieldCount = 1_000;

    /// <summary>Kestrel counts separators and line ends too.</summary>
    internal const int LargestFields = 128_000;

    private const int RequestLine = 64 * 1024;
    private const int Fields = 128 * 1024;

    public void PostConfigure(string? name, KestrelServerOptions options)
    {
        if (statute.Value.Profile == StatuteProfile.Observe)
        {
            return;
        }

        var untouched = new KestrelServerLimits();
        var limits = options.Limits;
        if (limits.MaxRequestLineSize == untouched.MaxRequestLineSize)
        {
            limits.MaxRequestLineSize = RequestLine;
        }

        if (limits.MaxRequestHeadersTotalSize == untouched.MaxRequestHeadersTotalSize)
        {
            limits.MaxRequestHeadersTotalSize = Fields;
        }

        if (limits.MaxRequestHeaderCount == untouched.MaxRequestHeaderCount)
        {
            // One more than ours, so that the largest number that can be configured is still refused by the table.
            limits.MaxRequestHeaderCount = LargestFieldCount + 1;
        }

        if (limits.MaxRequestBufferSize == untouched.MaxRequestBufferSize)
        {
            // As low as the limits above allow.
            limits.MaxRequestBufferSize = Math.Max(limits.MaxRequestLineSize, limits.MaxRequestHeadersTotalSize);
        }

        if (limits.Http2.MaxRequestHeaderFieldSize == untouched.Http2.MaxRequestHeaderFieldSize)
        {
            limits.Http2.MaxRequestHeaderFieldSize = Fields;
        }
    }
}
