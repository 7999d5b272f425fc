namespace Storefront.Data;

/// <summary>What somebody may buy.</summary>
public sealed class Cart
{
    public int Id { get; set; }

    public string? Coupon { get; set; }

    public List<CartLine> Lines { get; set; } = [];
}

/// <summary>A product in a cart.</summary>
public sealed class CartLine
{
    public int Id { get; set; }

    public required string Sku { get; set; }

    public int Quantity { get; set; }
}
