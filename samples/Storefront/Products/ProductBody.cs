using System.ComponentModel.DataAnnotations;

namespace Storefront.Products;

/// <summary>What is said of a product when it is made or replaced.</summary>
public sealed record ProductBody(
    [Required, StringLength(32, MinimumLength = 3)] string Sku,
    [Required, StringLength(100)] string Name,
    [Range(0, 100_000)] decimal Price,
    [Range(1, int.MaxValue)] int CategoryId);

/// <summary>What is changed of a product.</summary>
public sealed record ProductChange([StringLength(100)] string? Name, [Range(0, 100_000)] decimal? Price);
