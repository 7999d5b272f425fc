using System.ComponentModel.DataAnnotations;
using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Errors;

namespace Storefront.Customers;

/// <summary>Who buys.</summary>
[ApiController]
[Authorize]
[ApiVersionNeutral]
[Route("api/customers")]
public sealed class CustomersController(StoreDb db) : ControllerBase
{
    [HttpGet]
    [Authorize(Roles = "admin")]
    public async Task<IReadOnlyList<Customer>> List([FromQuery, Range(1, 100)] int take = 20) =>
        await db.Customers.OrderBy(c => c.Id).Take(take).ToListAsync();

    [HttpGet("{id:int}", Name = "customer")]
    [ProducesResponseType<Customer>(StatusCodes.Status200OK)]
    [ProducesResponseType<StoreError>(StatusCodes.Status404NotFound)]
    public async Task<Customer> Get(int id) => await FindAsync(id);

    [HttpPost]
    [ProducesResponseType<Customer>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<StoreError>(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Post(CustomerBody body)
    {
        if (await db.Customers.AnyAsync(c => c.Email == body.Email))
        {
            throw new StoreException(StatusCodes.Status409Conflict, "EMAIL_TAKEN", $"'{body.Email}' is known.");
        }

        var customer = new Customer { Email = body.Email, Name = body.Name };
        db.Customers.Add(customer);
        await db.SaveChangesAsync();
        return CreatedAtRoute("customer", new { id = customer.Id }, customer);
    }

    [HttpPut("{id:int}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<StoreError>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Put(int id, CustomerBody body)
    {
        var customer = await FindAsync(id);
        (customer.Email, customer.Name) = (body.Email, body.Name);
        await db.SaveChangesAsync();
        return NoContent();
    }

    [HttpDelete("{id:int}")]
    [Authorize(Roles = "admin")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<StoreError>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Delete(int id)
    {
        db.Customers.Remove(await FindAsync(id));
        await db.SaveChangesAsync();
        return NoContent();
    }

    [HttpGet("{id:int}/orders")]
    public async Task<IReadOnlyList<Order>> Orders(int id) => await db.Orders.Where(order => order.CustomerId == id).ToListAsync();

    [HttpGet("{id:int}/addresses")]
    [ProducesResponseType<IReadOnlyList<string>>(StatusCodes.Status200OK)]
    [ProducesResponseType<StoreError>(StatusCodes.Status404NotFound)]
    public async Task<IReadOnlyList<string>> Addresses(int id) => (await FindAsync(id)).Addresses;

    [HttpPost("{id:int}/addresses")]
    [ProducesResponseType(StatusCodes.Status201Created)]
    [ProducesResponseType<StoreError>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> AddAddress(int id, [FromBody, Required, MinLength(5)] string address)
    {
        (await FindAsync(id)).Addresses.Add(address);
        await db.SaveChangesAsync();
        return Created();
    }

    private async Task<Customer> FindAsync(int id) => await db.Customers.FindAsync(id)
        ?? throw new StoreException(StatusCodes.Status404NotFound, "NO_SUCH_CUSTOMER", $"There is no customer {id}.");
}

/// <summary>What is said of a customer.</summary>
public sealed record CustomerBody([Required, EmailAddress] string Email, [Required, StringLength(100)] string Name);
