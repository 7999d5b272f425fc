using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Reports;

/// <summary>Figures for the office; large ones are made in the background.</summary>
[ApiController]
[Authorize(Roles = "admin")]
[ApiVersionNeutral]
[Route("api/reports")]
public sealed class ReportsController(StoreDb db, ReportQueue queue) : ControllerBase
{
    [HttpGet("sales")]
    public async Task<Sales> Sales() => new(await db.Orders.CountAsync(), (await db.Orders.Select(o => o.Total).ToListAsync()).Sum());

    [HttpGet("sales.csv")]
    [Produces("text/csv")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public async Task<IActionResult> Csv()
    {
        var lines = await db.Orders.OrderBy(order => order.Id).Select(order => $"{order.Id},{order.Sku},{order.Quantity}").ToListAsync();
        return File(Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend("id,sku,quantity"))), "text/csv", "sales.csv");
    }

    [HttpGet("forecast")]
    public Sales Forecast() => throw new NotImplementedException("Nobody knows the future yet.");

    [HttpPost]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public IActionResult Order() => AcceptedAtRoute("report", new { id = queue.Add() });

    [HttpGet("{id:int}", Name = "report")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status303SeeOther)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public IActionResult Get(int id)
    {
        if (!queue.TryAsk(id, out var asked))
        {
            return NotFound();
        }

        if (asked == 1)
        {
            return Ok(new { state = "running" });
        }

        Response.Headers.Location = $"/api/reports/{id}/result";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    [HttpGet("{id:int}/result")]
    [ProducesResponseType<string>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status410Gone)]
    public IActionResult Result(int id) => queue.TryTake(id)
        ? Ok($"Report {id.ToString(CultureInfo.InvariantCulture)}")
        : StatusCode(StatusCodes.Status410Gone);
}

/// <summary>What was sold.</summary>
public sealed record Sales(int Orders, decimal Total);

/// <summary>The reports that were ordered: each is ready when it is asked for a second time, and is given out once.</summary>
public sealed class ReportQueue
{
    private readonly ConcurrentDictionary<int, int> _asked = [];
    private int _last;

    internal int Add()
    {
        var id = Interlocked.Increment(ref _last);
        _asked[id] = 0;
        return id;
    }

    internal bool TryAsk(int id, out int asked)
    {
        asked = 0;
        return _asked.ContainsKey(id) && (asked = _asked.AddOrUpdate(id, 0, (_, times) => times + 1)) > 0;
    }

    internal bool TryTake(int id) => _asked.TryRemove(id, out _);
}
