namespace Storefront.Data;

/// <summary>Something that is sold.</summary>
public sealed class Product
{
    public int Id { get; set; }

    public required string Sku { get; set; }

    public required string Name { get; set; }

    public decimal Price { get; set; }

    public int CategoryId { get; set; }

    public int Stock { get; set; }

    public byte[]? Image { get; set; }

    /// <summary>One more with each change; the concurrency token.</summary>
    public int Version { get; set; } = 1;
}
