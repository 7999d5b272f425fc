namespace Storefront.Data;

/// <summary>What somebody says of a product.</summary>
public sealed class Review
{
    public int Id { get; set; }

    public int ProductId { get; set; }

    public int Stars { get; set; }

    public required string Text { get; set; }

    public bool IsFlagged { get; set; }
}
