using Statute.AspNetCore.Deferred;

namespace Statute.AspNetCore;

/// <summary>Whether UseStatute was called, and where.</summary>
internal sealed class StatutePlacement
{
    internal bool IsPlaced { get; set; }

    /// <summary>The way in for requests that were accepted before; null until the pipeline is built.</summary>
    internal DeferredEntry? Deferred { get; set; }
}
