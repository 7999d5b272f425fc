using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Errors;

namespace Storefront.Products;

/// <summary>The catalogue, first version.</summary>
[ApiController]
[ApiVersion("1.0")]
[Route("api/v{version:apiVersion}/products")]
[Produces("application/json")]
public sealed class ProductsController(StoreDb db) : ControllerBase
{
    [HttpGet]
    public async Task<IReadOnlyList<ProductView>> List([FromQuery] int skip = 0, [FromQuery] int take = 20) =>
        [.. (await db.Products.OrderBy(p => p.Id).Skip(skip).Take(take).ToListAsync()).Select(ProductView.Of)];

    [HttpGet("{id:int}", Name = "product")]
    [ProducesResponseType<ProductView>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Get(int id)
    {
        if (await db.Products.FindAsync(id) is not { } product)
        {
            return NotFound();
        }

        var tag = TagOf(product);
        Response.Headers.ETag = tag;
        return Request.Headers.IfNoneMatch == tag ? StatusCode(StatusCodes.Status304NotModified) : Ok(ProductView.Of(product));
    }

    [HttpPost]
    [Authorize(Roles = "admin")]
    [ProducesResponseType<ProductView>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Post(ProductBody body)
    {
        if (await db.Products.AnyAsync(p => p.Sku == body.Sku))
        {
            return Problem($"There is a product '{body.Sku}'.", statusCode: StatusCodes.Status409Conflict);
        }

        var product = new Product { Sku = body.Sku, Name = body.Name, Price = body.Price, CategoryId = body.CategoryId };
        db.Products.Add(product);
        await db.SaveChangesAsync();
        return CreatedAtRoute("product", new { id = product.Id, version = "1.0" }, ProductView.Of(product));
    }

    [HttpPut("{id:int}")]
    [Authorize(Roles = "admin")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status412PreconditionFailed)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status428PreconditionRequired)]
    public async Task<IActionResult> Put(int id, ProductBody body)
    {
        if (await db.Products.FindAsync(id) is not { } product)
        {
            return NotFound();
        }

        if (Request.Headers.IfMatch.Count == 0)
        {
            return Problem("Send If-Match.", statusCode: StatusCodes.Status428PreconditionRequired);
        }

        if (Request.Headers.IfMatch != TagOf(product))
        {
            return Problem("Read it again.", statusCode: StatusCodes.Status412PreconditionFailed);
        }

        (product.Sku, product.Name, product.Price, product.CategoryId) = (body.Sku, body.Name, body.Price, body.CategoryId);
        product.Version++;
        await db.SaveChangesAsync();
        Response.Headers.ETag = TagOf(product);
        return NoContent();
    }

    [HttpPatch("{id:int}")]
    [Authorize(Roles = "admin")]
    [ProducesResponseType<ProductView>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<ProductView>> Patch(int id, ProductChange change)
    {
        if (await db.Products.FindAsync(id) is not { } product)
        {
            return NotFound();
        }

        product.Name = change.Name ?? product.Name;
        product.Price = change.Price ?? product.Price;
        product.Version++;
        await db.SaveChangesAsync();
        return ProductView.Of(product);
    }

    [HttpDelete("{id:int}")]
    [Authorize(Roles = "admin")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Delete(int id) =>
        await db.Products.Where(p => p.Id == id).ExecuteDeleteAsync() > 0 ? NoContent() : NotFound();

    [HttpPost("import")]
    [Authorize(Roles = "admin")]
    [ProducesResponseType<IReadOnlyList<ImportedProduct>>(StatusCodes.Status207MultiStatus)]
    public async Task<IActionResult> Import(IReadOnlyList<ProductBody> bodies)
    {
        var known = await db.Products.Select(p => p.Sku).ToListAsync();
        var fresh = bodies.Where(body => !known.Contains(body.Sku)).ToList();
        db.Products.AddRange(fresh.Select(b => new Product { Sku = b.Sku, Name = b.Name, Price = b.Price, CategoryId = b.CategoryId }));
        await db.SaveChangesAsync();
        return StatusCode(
            StatusCodes.Status207MultiStatus,
            bodies.Select(body => new ImportedProduct(body.Sku, fresh.Contains(body) ? 201 : 409)));
    }

    [HttpGet("by-sku/{sku}")]
    [ProducesResponseType(StatusCodes.Status302Found)]
    [ProducesResponseType<StoreError>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> BySku(string sku) => await db.Products.FirstOrDefaultAsync(p => p.Sku == sku) is { } product
        ? RedirectToRoute("product", new { id = product.Id, version = "1.0" })
        : NotFound(new StoreError("NO_SUCH_SKU", $"There is no '{sku}'."));

    private static string TagOf(Product product) => $"\"{product.Version}\"";
}
