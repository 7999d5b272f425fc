using Microsoft.Extensions.Options;

namespace Statute.AspNetCore.Content;

/// <summary>
/// The content bytes that all requests of the process hold at a time. It gives the row "temporarily too large" its meaning: what would fit
/// alone, but not beside the others, is refused with Retry-After.
/// </summary>
internal sealed class ContentBudget(IOptions<StatuteOptions> options)
{
    private long _free = options.Value.MaxContentInFlight;

    /// <summary>The bytes that may be held by all requests together.</summary>
    internal long Size { get; } = options.Value.MaxContentInFlight;

    /// <summary>What nobody holds at this moment, in bytes.</summary>
    internal long Free => Volatile.Read(ref _free);

    /// <summary>Takes what is there; what is not leaves no trace, so that one request for too much fails no other.</summary>
    internal bool TryTake(long bytes)
    {
        for (var free = Volatile.Read(ref _free); free >= bytes;)
        {
            var seen = Interlocked.CompareExchange(ref _free, free - bytes, free);
            if (seen == free)
            {
                return true;
            }

            free = seen;
        }

        return false;
    }

    internal void Give(long bytes) => Interlocked.Add(ref _free, bytes);
}
