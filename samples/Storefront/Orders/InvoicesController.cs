using System.Text;
using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Data;

namespace Storefront.Orders;

/// <summary>What was paid, as a file.</summary>
[ApiController]
[Authorize]
[ApiVersionNeutral]
[Route("api/orders/{id:int}/invoice")]
public sealed class InvoicesController(StoreDb db) : ControllerBase
{
    [HttpGet]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status206PartialContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    [ProducesResponseType(StatusCodes.Status416RangeNotSatisfiable)]
    public async Task<IActionResult> Get(int id)
    {
        if (await db.Orders.FindAsync(id) is not { State: not OrderState.Placed } order)
        {
            return NotFound();
        }

        var text = $"Invoice {id}: {order.Quantity} x {order.Sku} = {order.Total:F2}";
        return File(Encoding.UTF8.GetBytes(text), "text/plain", $"invoice-{id}.txt", enableRangeProcessing: true);
    }
}
