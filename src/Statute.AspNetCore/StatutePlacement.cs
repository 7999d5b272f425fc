namespace Statute.AspNetCore;

/// <summary>Whether UseStatute was called.</summary>
internal sealed class StatutePlacement
{
    internal bool IsPlaced { get; set; }
}
