using System.ComponentModel.DataAnnotations;

namespace Stockroom;

/// <summary>How much of one item is to be booked on another.</summary>
public sealed class TransferBody
{
    [Required, RegularExpression(Item.SkuPattern)]
    public required string From { get; init; }

    [Required, RegularExpression(Item.SkuPattern), DiffersFrom(nameof(From))]
    public required string To { get; init; }

    [Range(1, Item.MaxQty)]
    public required int Qty { get; init; }
}
