using System.ComponentModel.DataAnnotations;
using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Orders;

/// <summary>What is ordered, and what becomes of it.</summary>
[ApiController]
[Authorize]
[ApiVersionNeutral]
[Route("api/orders")]
public sealed class OrdersController(StoreDb db, TimeProvider time, IHubContext<OrderHub> hub) : ControllerBase
{
    [HttpGet]
    public async Task<IReadOnlyList<Order>> List([FromQuery] OrderState? state) =>
        await db.Orders.Where(order => state == null || order.State == state).OrderBy(order => order.Id).ToListAsync();

    [HttpGet("{id:int}", Name = "order")]
    [ProducesResponseType<Order>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<Order>> Get(int id) => await db.Orders.FindAsync(id) is { } order ? order : NotFound();

    [HttpPost]
    [ProducesResponseType<Order>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status422UnprocessableEntity)]
    public async Task<IActionResult> Post(OrderBody body)
    {
        if (await db.Products.FirstOrDefaultAsync(p => p.Sku == body.Sku) is not { } product)
        {
            return Problem($"There is no '{body.Sku}'.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        if (product.Stock < body.Quantity)
        {
            return Problem($"{product.Stock} are left.", statusCode: StatusCodes.Status409Conflict);
        }

        product.Stock -= body.Quantity;
        var order = new Order
        {
            CustomerId = body.CustomerId,
            Sku = body.Sku,
            Quantity = body.Quantity,
            Total = product.Price * body.Quantity,
            PlacedAt = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()),
        };
        db.Orders.Add(order);
        await db.SaveChangesAsync();
        await hub.Clients.All.SendAsync("placed", order.Id);
        return CreatedAtRoute("order", new { id = order.Id }, order);
    }

    [HttpPost("{id:int}/payment")]
    [ProducesResponseType<Order>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status402PaymentRequired)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<Order>> Pay(int id, PaymentBody payment)
    {
        if (await db.Orders.FindAsync(id) is not { } order)
        {
            return NotFound();
        }

        if (payment.Amount < order.Total)
        {
            return Problem($"The order costs {order.Total}.", statusCode: StatusCodes.Status402PaymentRequired);
        }

        order.State = OrderState.Paid;
        await db.SaveChangesAsync();
        return order;
    }

    [HttpPost("{id:int}/cancellation")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Cancel(int id)
    {
        if (await db.Orders.FindAsync(id) is not { } order)
        {
            return NotFound();
        }

        if (order.State == OrderState.Shipped)
        {
            return Problem("It is on its way.", statusCode: StatusCodes.Status409Conflict);
        }

        order.State = OrderState.Cancelled;
        await db.SaveChangesAsync();
        return NoContent();
    }

    [HttpPost("{id:int}/shipment")]
    [Authorize(Roles = "admin")]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status423Locked)]
    public async Task<IActionResult> Ship(int id)
    {
        if (await db.Orders.FindAsync(id) is not { } order)
        {
            return NotFound();
        }

        if (order.State == OrderState.Cancelled)
        {
            return Problem("It is cancelled.", statusCode: StatusCodes.Status423Locked);
        }

        order.State = OrderState.Shipped;
        await db.SaveChangesAsync();
        return AcceptedAtRoute("order", new { id });
    }

    [HttpGet("{id:int}/tracking")]
    [ProducesResponseType(StatusCodes.Status302Found)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Track(int id) => await db.Orders.AnyAsync(order => order.Id == id && order.State == OrderState.Shipped)
        ? Redirect($"https://parcels.example/track/{id}")
        : NotFound();

    [HttpPatch("{id:int}/note")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<IActionResult> Note(int id, [FromBody] string note) =>
        await db.Orders.Where(order => order.Id == id).ExecuteUpdateAsync(set => set.SetProperty(order => order.Note, note)) > 0
            ? NoContent()
            : NotFound();

    [HttpPost("{id:int}/refund")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status501NotImplemented)]
    public IActionResult Refund(int id) =>
        Problem($"Order {id} is not refunded yet.", statusCode: StatusCodes.Status501NotImplemented);
}

/// <summary>What is ordered.</summary>
public sealed record OrderBody(int CustomerId, [Required] string Sku, [Range(1, 100)] int Quantity);

/// <summary>What is paid.</summary>
public sealed record PaymentBody([Range(0, 1_000_000)] decimal Amount);
