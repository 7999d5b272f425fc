using System.ComponentModel.DataAnnotations;
using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Categories;

/// <summary>What products are sorted by.</summary>
[ApiController]
[ApiVersionNeutral]
[Route("api/categories")]
public sealed class CategoriesController(StoreDb db) : ControllerBase
{
    [HttpGet]
    public async Task<IReadOnlyList<Category>> List() => await db.Categories.OrderBy(c => c.Id).ToListAsync();

    [HttpGet("{id:int}", Name = "category")]
    [ProducesResponseType<Category>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<Category>> Get(int id) => await db.Categories.FindAsync(id) is { } category ? category : NotFound();

    [HttpPost]
    [Authorize(Roles = "admin")]
    [ProducesResponseType<Category>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    public async Task<ActionResult<Category>> Post(CategoryBody body)
    {
        // The database minds the name.
        var category = new Category { Name = body.Name };
        db.Categories.Add(category);
        await db.SaveChangesAsync();
        return CreatedAtRoute("category", new { id = category.Id }, category);
    }

    [HttpPut("{id:int}")]
    [Authorize(Roles = "admin")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Put(int id, CategoryBody body)
    {
        if (await db.Categories.FindAsync(id) is not { } category)
        {
            return NotFound();
        }

        category.Name = body.Name;
        await db.SaveChangesAsync();
        return NoContent();
    }

    [HttpDelete("{id:int}")]
    [Authorize(Roles = "admin")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Delete(int id)
    {
        if (await db.Products.AnyAsync(product => product.CategoryId == id))
        {
            return Problem("The category has products.", statusCode: StatusCodes.Status409Conflict);
        }

        return await db.Categories.Where(c => c.Id == id).ExecuteDeleteAsync() > 0 ? NoContent() : NotFound();
    }
}

/// <summary>What is said of a category.</summary>
public sealed record CategoryBody([Required, StringLength(40, MinimumLength = 2)] string Name);
