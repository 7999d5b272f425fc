using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Storefront.Data;

namespace Storefront.Products;

/// <summary>The pictures of the catalogue.</summary>
[ApiController]
[ApiVersion("1.0")]
[Route("api/v{version:apiVersion}/products/{id:int}/image")]
public sealed class ProductImagesController(StoreDb db) : ControllerBase
{
    [HttpGet]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status206PartialContent)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    [ProducesResponseType(StatusCodes.Status416RangeNotSatisfiable)]
    public async Task<IActionResult> Get(int id) => await db.Products.FindAsync(id) is { Image: { } image } product
        ? File(image, "image/png", lastModified: null, new EntityTagHeaderValue($"\"i{product.Version}\""), enableRangeProcessing: true)
        : NotFound();

    [HttpPut]
    [Authorize(Roles = "admin")]
    [Consumes("image/png", "image/jpeg")]
    [RequestSizeLimit(64 * 1024)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    [ProducesResponseType(StatusCodes.Status413PayloadTooLarge)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status415UnsupportedMediaType)]
    public async Task<IActionResult> Put(int id)
    {
        if (await db.Products.FindAsync(id) is not { } product)
        {
            return NotFound();
        }

        using var image = new MemoryStream();
        await Request.Body.CopyToAsync(image);
        product.Image = image.ToArray();
        product.Version++;
        await db.SaveChangesAsync();
        return NoContent();
    }

    [HttpDelete]
    [Authorize(Roles = "admin")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Delete(int id)
    {
        if (await db.Products.FindAsync(id) is not { Image: not null } product)
        {
            return NotFound();
        }

        product.Image = null;
        await db.SaveChangesAsync();
        return NoContent();
    }
}
