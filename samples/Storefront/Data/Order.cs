namespace Storefront.Data;

/// <summary>What a customer has ordered.</summary>
public sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public required string Sku { get; set; }

    public int Quantity { get; set; }

    public decimal Total { get; set; }

    public OrderState State { get; set; }

    public string? Note { get; set; }

    public DateTimeOffset PlacedAt { get; set; }
}

/// <summary>How far an order has come.</summary>
public enum OrderState
{
    Placed,
    Paid,
    Shipped,
    Cancelled,
}
