using System.ComponentModel.DataAnnotations;

namespace Stockroom;

/// <summary>An item as a caller sends it.</summary>
public sealed class ItemBody
{
    [Required, RegularExpression(Item.SkuPattern)]
    public required string Sku { get; init; }

    [Required, StringLength(100, MinimumLength = 1)]
    public required string Name { get; init; }

    [Range(0, Item.MaxQty)]
    public required int Qty { get; init; }
}
