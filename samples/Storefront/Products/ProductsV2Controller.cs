using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Products;

/// <summary>The catalogue, second version: pages, and products that are put by their SKU.</summary>
[ApiController]
[ApiVersion("2.0")]
[Route("api/v{version:apiVersion}/products")]
public sealed class ProductsV2Controller(StoreDb db) : ControllerBase
{
    [HttpGet]
    public async Task<Page<ProductView>> List([FromQuery] int skip = 0, [FromQuery] int take = 2)
    {
        var products = await db.Products.OrderBy(p => p.Id).Skip(skip).Take(take).ToListAsync();
        return new Page<ProductView>([.. products.Select(ProductView.Of)], await db.Products.CountAsync());
    }

    [HttpGet("{sku}")]
    [ProducesResponseType<ProductView>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ProductView?> Get(string sku) =>
        await db.Products.FirstOrDefaultAsync(p => p.Sku == sku) is { } product ? ProductView.Of(product) : null;

    [HttpHead("{sku}")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Exists(string sku) => await db.Products.AnyAsync(p => p.Sku == sku) ? Ok() : NotFound();

    [HttpPut("{sku}")]
    [Authorize(Roles = "admin")]
    [ProducesResponseType<ProductView>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProductView>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    public async Task<ActionResult<ProductView>> Put(string sku, ProductBody body)
    {
        if (await db.Products.FirstOrDefaultAsync(p => p.Sku == sku) is { } known)
        {
            (known.Name, known.Price, known.CategoryId) = (body.Name, body.Price, body.CategoryId);
            known.Version++;
            await db.SaveChangesAsync();
            return ProductView.Of(known);
        }

        var product = new Product { Sku = sku, Name = body.Name, Price = body.Price, CategoryId = body.CategoryId };
        db.Products.Add(product);
        await db.SaveChangesAsync();
        return CreatedAtAction(nameof(Get), new { sku, version = "2.0" }, ProductView.Of(product));
    }
}
