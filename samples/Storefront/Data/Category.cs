namespace Storefront.Data;

/// <summary>What products are sorted by.</summary>
public sealed class Category
{
    public int Id { get; set; }

    public required string Name { get; set; }
}
