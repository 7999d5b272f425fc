namespace Stockroom;

/// <summary>A recount that was counted.</summary>
internal sealed class RecountDone
{
    /// <summary>What tells it from every other.</summary>
    public required string Key { get; init; }

    public required string Sku { get; init; }
}
