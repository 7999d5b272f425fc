using System.ComponentModel.DataAnnotations;

namespace Stockroom;

/// <summary>How much of one item is to be booked on another.</summary>
public sealed class TransferBody : IValidatableObject
{
    [Required, RegularExpression(Item.SkuPattern)]
    public required string From { get; init; }

    [Required, RegularExpression(Item.SkuPattern)]
    public required string To { get; init; }

    [Range(1, Item.MaxQty)]
    public required int Qty { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From == To)
            yield return new ValidationResult("'to' must be another item than 'from'.", [nameof(To)]);
    }
}
