using System.Text.Json.Serialization;

namespace Stockroom;

/// <summary>Something that lies in the stockroom.</summary>
public sealed class Item
{
    public const string SkuPattern = "^[A-Za-z0-9-]{1,32}$";

    public const int MaxQty = 1_000_000;

    public required string Sku { get; init; }

    public required string Name { get; set; }

    public required int Qty { get; set; }

    /// <summary>How often it was counted again.</summary>
    public int Recounts { get; set; }

    /// <summary>Grows with each change; whoever writes over a version that is no longer the last one has lost.</summary>
    [JsonIgnore]
    public long Version { get; set; } = 1;
}
