namespace Statute.Jobs.Accepting;

/// <summary>Marks an endpoint that was made asynchronous by a call.</summary>
internal sealed class AcceptanceMetadata
{
    /// <summary>Whether the filter that accepts stands before the handler: endpoints of other makers have no filters.</summary>
    internal bool IsInPlace { get; set; }
}
