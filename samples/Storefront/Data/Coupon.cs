namespace Storefront.Data;

/// <summary>A reduction of the price.</summary>
public sealed class Coupon
{
    public int Id { get; set; }

    public required string Code { get; set; }

    public int Percent { get; set; }

    public bool HasExpired { get; set; }
}
