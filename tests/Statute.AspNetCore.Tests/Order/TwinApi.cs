using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Statute.AspNetCore.Tests.Wire;
using Statute.Jobs;
using Statute.Jobs.Stores;

namespace Statute.AspNetCore.Tests.Order;

/// <summary>The same API twice: as minimal APIs below /minimal, as a controller below /controller.</summary>
internal static class TwinApi
{
    internal static void AddServices(IServiceCollection services, IJobStore store)
    {
        services.AddStatute();
        services.AddStatuteJobs();
        services.AddSingleton(store);
        services.AddSingleton<HeldUpHandlers>();
        services.AddControllers().AddApplicationPart(typeof(TwinController).Assembly);
        services.AddAuthentication().AddScheme<TestSchemeOptions, TestScheme>(TestScheme.Name, null);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        var managers = new AuthorizeAttribute { Roles = "manager" };
        var limit = new RequestSizeLimitAttribute(1000);
        var minimal = app.MapGroup("/minimal").RequireAuthorization(managers).WithMetadata(limit);
        minimal.Held();
        minimal.MapPost("/orders", (Order order, int number, string? outcome) => Outcome.Of(outcome, order));
        minimal.MapPost("/queued", async (Order order, int number, string? outcome, HeldUpHandlers handlers) =>
        {
            await handlers.PassAsync(outcome);
            return Outcome.Of(outcome, order);
        }).Asynchronous(job => job.OneAtATime = true);
        minimal.MapPost("/unbuilt", (Order order) => order).NotBuilt();
        var withdrawn = minimal.MapGroup("").Withdrawn();
        withdrawn.MapPost("/withdrawn", (Order order) => order);
        withdrawn.MapPost("/withdrawn-unbuilt", (Order order) => order).NotBuilt();
        app.MapControllers();
        app.MapJobs().RequireAuthorization(managers).WithMetadata(limit);
    }
}

/// <summary>What the twins take and give back.</summary>
public sealed record Order(string Name);

/// <summary>The controller twin.</summary>
[ApiController]
[Route("controller")]
[Authorize(Roles = "manager")]
[RequestSizeLimit(1000)]
public sealed class TwinController : ControllerBase
{
    [HttpPost("orders")]
    public Order? Orders(Order order, int number, string? outcome) => Outcome.Of(outcome, order);

    [HttpPost("queued"), Asynchronous(OneAtATime = true)]
    public async Task<Order?> Queued(Order order, int number, string? outcome, [FromServices] HeldUpHandlers handlers)
    {
        await handlers.PassAsync(outcome);
        return Outcome.Of(outcome, order);
    }

    [HttpPost("unbuilt"), NotBuilt]
    public Order Unbuilt(Order order) => order;

    [HttpPost("withdrawn"), Withdrawn]
    public Order WithdrawnOrders(Order order) => order;

    [HttpPost("withdrawn-unbuilt"), Withdrawn, NotBuilt]
    public Order WithdrawnUnbuilt(Order order) => order;
}
