using Storefront.Data;

namespace Storefront.Products;

/// <summary>What is told of a product.</summary>
public sealed record ProductView(int Id, string Sku, string Name, decimal Price, int CategoryId, int Stock)
{
    internal static ProductView Of(Product product) =>
        new(product.Id, product.Sku, product.Name, product.Price, product.CategoryId, product.Stock);
}

/// <summary>A page of a list.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

/// <summary>What became of one product of an import.</summary>
public sealed record ImportedProduct(string Sku, int Status);
